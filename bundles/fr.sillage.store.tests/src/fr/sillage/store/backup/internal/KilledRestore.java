package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.BackupException;
import fr.sillage.store.internal.TestHome;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;
import java.util.Optional;

/** A process that restores, until it is killed or done. Arguments: the data folder, the file of the backup. */
final class KilledRestore {
    private KilledRestore() {}

    public static void main(String[] arguments) throws BackupException {
        Path folder = Path.of(arguments[0]);
        TestHome.in(folder);
        new Platform(folder, MasterSecret.existing(Optional.empty(), Optional.empty(), folder))
                .restore(Path.of(arguments[1]));
    }
}
