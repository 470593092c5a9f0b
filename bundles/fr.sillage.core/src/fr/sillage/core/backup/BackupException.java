package fr.sillage.core.backup;

import java.util.Objects;

/** Why a silo or a platform is not backed up or restored. Nothing was changed, or what was is as it was before. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** What stands in the way; what the detail then is. */
    public enum Reason {
        /** There is no platform database in the folder. */
        NO_FOLDER,
        /** The master secret is missing or cannot be read. */
        NO_SECRET,
        /** The running platform cannot be asked: the place where it listens. */
        NO_ANSWER,
        /** No community has that name: the name. */
        NO_COMMUNITY,
        /** The community has no silo: its name. */
        NO_SILO,
        /** The silo's database or the platform's fails: how. */
        DATABASE,
        /** A file that a backup would be written to is there already: the file. */
        FILE_EXISTS,
        /** A file or folder cannot be written: the file. */
        WRITE,
        /** There is no room on the disk: the file. */
        NO_SPACE,
        /** The file of a backup cannot be read: the file. */
        READ,
        /** It is not a backup, or its end is missing: the file. */
        NO_BACKUP,
        /** A newer program wrote it: its format. */
        NEWER,
        /** A newer program wrote the silo in it: the silo's format. */
        NEWER_SILO,
        /** The passphrase is not the one it was made with, or what it says of itself was changed. */
        PASSPHRASE,
        /** The passphrase is too short to protect anything: the least number of characters. */
        SHORT_PASSPHRASE,
        /** A part of it is not as it was written: the part. */
        DAMAGED,
        /** What was restored did not pass its check: the first problem. */
        UNSOUND,
        /** The community is there with its silo: its name. */
        SILO_EXISTS,
        /** Another community has the name: the name. */
        NAME_TAKEN,
        /** It cannot be the name of a community: the name. */
        NAME_REFUSED,
        /** A silo is replaced, and a platform restored, only while no platform runs on the folder. */
        RUNNING,
        /** There is a platform in the folder: the folder. */
        PLATFORM_EXISTS,
        /** A newer program wrote the platform database in it: the format of that. */
        NEWER_PLATFORM,
        /** A platform is restored as it was, not under a name. */
        PLATFORM_NAME
    }

    public BackupException(Reason reason, String detail) {
        super(reason.name());
        this.reason = Objects.requireNonNull(reason);
        this.detail = Objects.requireNonNull(detail);
    }

    public BackupException(Reason reason) {
        this(reason, "");
    }

    public Reason reason() {
        return reason;
    }

    /** Names of files, communities and parts; never a stored value. */
    public String detail() {
        return detail;
    }
}
