package fr.sillage.store.backup.internal;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.backup.Restored;
import fr.sillage.core.backup.RestoredSilo;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the command and the running platform say to one another: a question of several texts, then how far the work is
 * any number of times, then how it ended.
 */
final class ChannelAnswers {
    static final String BACKUP = "backup";
    static final String PLATFORM = "platform";
    static final String RESTORE = "restore";
    static final String PROGRESS = "progress";
    static final String DONE = "done";
    static final String FAILED = "failed";

    private final Backups backups;
    private final BooleanSupplier stopping;

    /** @param stopping whether the platform is about to end */
    ChannelAnswers(Backups backups, BooleanSupplier stopping) {
        this.backups = backups;
        this.stopping = stopping;
    }

    /** Answers one question. */
    void answer(DataInputStream in, DataOutputStream out) throws IOException {
        Told told = new Told(out, stopping);
        try {
            switch (in.readUTF()) {
                case BACKUP -> backup(in, out, told);
                case PLATFORM -> platform(in, out, told);
                case RESTORE -> restore(in, out, told);
                default -> failed(out, Reason.NO_ANSWER, "");
            }
        } catch (BackupException e) {
            failed(out, e.reason(), e.detail());
        } catch (JobCancelledException e) {
            failed(out, Reason.NO_ANSWER, "");
        }
    }

    private void backup(DataInputStream in, DataOutputStream out, Told told) throws IOException, BackupException {
        String community = in.readUTF();
        Path file = Path.of(in.readUTF());
        Backups.BackedUp done = backups.backup(community, file, Passphrase.of(in.readUTF()), told);
        out.writeUTF(DONE);
        out.writeUTF(done.community());
        out.writeLong(done.bytes());
    }

    private void platform(DataInputStream in, DataOutputStream out, Told told) throws IOException, BackupException {
        Path file = Path.of(in.readUTF());
        long bytes = backups.backupPlatform(file, Passphrase.of(in.readUTF()), told);
        out.writeUTF(DONE);
        out.writeLong(bytes);
    }

    private void restore(DataInputStream in, DataOutputStream out, Told told) throws IOException, BackupException {
        Path file = Path.of(in.readUTF());
        Optional<String> name = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
        boolean replace = in.readBoolean();
        Restored done = backups.restore(new Restoration(file, name, replace), Passphrase.of(in.readUTF()), told);
        if (done instanceof RestoredSilo silo) {
            out.writeUTF(DONE);
            out.writeUTF(silo.community());
            out.writeLong(silo.rows());
        } else {
            failed(out, Reason.RUNNING, ""); // a platform that runs is not replaced
        }
    }

    private static void failed(DataOutputStream out, Reason reason, String detail) throws IOException {
        out.writeUTF(FAILED);
        out.writeUTF(reason.name());
        out.writeUTF(detail);
    }

    /** Tells the command how far the work is; ends it when nobody listens any more. */
    private static final class Told implements JobControl {
        private final DataOutputStream out;
        private final BooleanSupplier stopping;
        private int percent = -1;
        private boolean alone;

        private Told(DataOutputStream out, BooleanSupplier stopping) {
            this.out = out;
            this.stopping = stopping;
        }

        @Override
        public void progress(double fraction) {
            if ((int) (100 * fraction) == percent) {
                return;
            }
            percent = (int) (100 * fraction);
            try {
                out.writeUTF(PROGRESS);
                out.writeDouble(fraction);
            } catch (IOException e) {
                alone = true;
            }
        }

        @Override
        public boolean cancelled() {
            return alone || stopping.getAsBoolean();
        }
    }
}
