package fr.sillage.cli.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.core.backup.RestoredPlatform;
import fr.sillage.core.backup.RestoredSilo;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./sillage backup} and {@code restore}: say in one line what became of it. */
final class BackupCommand {
    private final Backups backups;
    private final Passphrase passphrase;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;

    /** @param watched whether somebody sees how far it is */
    BackupCommand(
            Backups backups, Passphrase passphrase, Words words, PrintStream out, PrintStream err, boolean watched) {
        this.backups = backups;
        this.passphrase = passphrase;
        this.words = words;
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    /** @return the exit code */
    int backup(String community, Path file) {
        Percent percent = new Percent();
        try {
            Backups.BackedUp done = backups.backup(community, file, passphrase, percent);
            percent.over();
            out.println(words.text("backup.done", done.community(), file.toString(), done.bytes()));
            return 0;
        } catch (BackupException e) {
            return failed(percent, e);
        }
    }

    /** @return the exit code */
    int backupPlatform(Path file) {
        Percent percent = new Percent();
        try {
            long bytes = backups.backupPlatform(file, passphrase, percent);
            percent.over();
            out.println(words.text("backup.platform.done", file.toString(), bytes));
            return 0;
        } catch (BackupException e) {
            return failed(percent, e);
        }
    }

    /** @return the exit code */
    int restore(Restoration restoration) {
        Percent percent = new Percent();
        try {
            Restored done = backups.restore(restoration, passphrase, percent);
            percent.over();
            switch (done) {
                case RestoredSilo silo -> out.println(words.text("restore.done", silo.community(), silo.rows()));
                case RestoredPlatform platform -> told(platform);
            }
            done.replaced().ifPresent(place -> out.println(words.text("restore.replaced", place.toString())));
            return 0;
        } catch (BackupException e) {
            return failed(percent, e);
        }
    }

    private void told(RestoredPlatform platform) {
        out.println(words.text("restore.platform", platform.accounts()));
        if (!platform.withoutSilo().isEmpty()) {
            out.println(words.text("restore.platform.silos", String.join(", ", platform.withoutSilo())));
        }
    }

    private int failed(Percent percent, BackupException e) {
        percent.over();
        err.println("sillage: " + words.text("backup." + e.reason(), e.detail()));
        return switch (e.reason()) {
            case SHORT_PASSPHRASE, NAME_REFUSED, PLATFORM_NAME -> Failure.WRONG_CALL;
            default -> Failure.BAD_DATA;
        };
    }

    /** How far it is, on one line of the screen. */
    private final class Percent implements JobControl {
        private boolean shown;

        @Override
        public void progress(double fraction) {
            if (watched) {
                err.print("\r" + words.text("backup.progress", fraction));
                shown = true;
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        private void over() {
            if (shown) {
                err.print("\r\u001b[K");
            }
        }
    }
}
