package fr.sillage.store.backup.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The file of a backup: a zip with these entries and, below {@value #FILES}, the files of the database. */
final class BackupFormat {
    /** Of a backup that holds a silo. */
    static final int SILO = 1;

    /** Of one that holds the platform database. */
    static final int PLATFORM = 2;

    /** The highest that this program knows. */
    static final int LATEST = PLATFORM;

    /** Holds the number, in digits; the first entry. */
    static final String FORMAT = "sillage-backup-format";

    static final String MANIFEST = "manifest.json";

    /** The database's keys, closed under the passphrase; what authenticates the manifest. */
    static final String KEYS = "keys";

    static final String FILES = "database/";

    static final int BUFFER = 1 << 16;

    private BackupFormat() {}

    /** What the keys are authenticated with. */
    static byte[] authenticated(int number, byte[] manifest) {
        byte[] head = ("fr.sillage backup " + number + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + manifest.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(manifest, 0, all, head.length, manifest.length);
        return all;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256", e);
        }
    }

    /** Where a backup is until it is whole. */
    static Path half(Path file) {
        return file.resolveSibling(file.getFileName() + ".half");
    }
}
