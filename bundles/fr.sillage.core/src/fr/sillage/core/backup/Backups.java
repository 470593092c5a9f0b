package fr.sillage.core.backup;

import fr.sillage.api.JobControl;
import java.nio.file.Path;

/** Silos of one data folder, and its platform database, as files, and back. */
public interface Backups {
    /**
     * Writes one silo to one file, as it is at one moment; whoever reads or writes the silo goes on. The file is there
     * whole or not at all, and only its owner may read it.
     *
     * @param community its name
     * @param file that is not there yet; absolute
     * @param passphrase without which nobody reads the file
     */
    BackedUp backup(String community, Path file, Passphrase passphrase, JobControl job) throws BackupException;

    /**
     * Writes the platform database to one file in the same way: accounts, communities with their rules and members, jobs
     * and settings, and no silo.
     *
     * @return bytes of the file
     */
    long backupPlatform(Path file, Passphrase passphrase, JobControl job) throws BackupException;

    /**
     * Makes of a file what it holds: a silo and its community, or the silo alone where the platform has the community
     * without one; or the platform database, in a folder that no platform runs on. It is checked before it takes its
     * place; until then nothing is changed.
     */
    Restored restore(Restoration restoration, Passphrase passphrase, JobControl job) throws BackupException;

    /**
     * A backup that was written.
     *
     * @param community name
     * @param bytes of the file
     */
    record BackedUp(String community, long bytes) {}
}
