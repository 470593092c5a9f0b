package fr.sillage.cli.internal;

import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.DataFolders;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.backup.Restoration;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

/**
 * What Equinox starts for {@code ./sillage backup} and {@code restore}; its result is the exit code. The script has
 * looked at the call and hands it over in system properties, the passphrase in the environment.
 */
public final class BackupApplication implements IApplication {
    static final String PASSPHRASE = "SILLAGE_PASSPHRASE";

    /** The data folder. */
    static final String FOLDER = "sillage.backup.folder";

    /** Whether a platform runs on it. */
    static final String RUNNING = "sillage.backup.running";

    static final String SECRET_FILE = "sillage.backup.secretFile";

    /** The file of the backup. */
    static final String FILE = "sillage.backup.file";

    /** Name of the community that is backed up; without it, and without the platform, something is restored. */
    static final String COMMUNITY = "sillage.backup.community";

    /** Whether the platform database is backed up. */
    static final String PLATFORM = "sillage.backup.platform";

    /** Name of the community that is made; may be missing. */
    static final String NAME = "sillage.backup.as";

    static final String REPLACE = "sillage.backup.replace";

    /** Whether somebody sees how far it is. */
    static final String WATCHED = "sillage.backup.watched";

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        context.applicationRunning();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Words words = new Words(Language.of(List.of(), System.getenv()));
        Optional<DataFolders> folders = AnalyseApplication.service(
                FrameworkUtil.getBundle(BackupApplication.class).getBundleContext(), DataFolders.class);
        if (folders.isEmpty()) {
            err.println(words.text("services.missing"));
            return Failure.BAD_DATA;
        }
        Path folder = Path.of(System.getProperty(FOLDER));
        Backups backups = Boolean.getBoolean(RUNNING)
                ? folders.get().running(folder)
                : folders.get().stopped(folder, property(SECRET_FILE).map(Path::of));
        Passphrase passphrase = Passphrase.of(System.getenv().getOrDefault(PASSPHRASE, ""));
        BackupCommand command = new BackupCommand(backups, passphrase, words, out, err, Boolean.getBoolean(WATCHED));
        Path file = Path.of(System.getProperty(FILE));
        Optional<String> community = property(COMMUNITY);
        if (Boolean.getBoolean(PLATFORM)) {
            return command.backupPlatform(file);
        }
        return community.isPresent()
                ? command.backup(community.get(), file)
                : command.restore(new Restoration(file, property(NAME), Boolean.getBoolean(REPLACE)));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }

    @Override
    public void stop() {
        // ends by itself
    }
}
