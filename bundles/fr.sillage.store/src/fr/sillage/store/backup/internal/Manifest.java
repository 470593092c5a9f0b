package fr.sillage.store.backup.internal;

import java.util.List;
import java.util.Objects;

/** What a backup says of itself, readable without the passphrase and authenticated by it. */
sealed interface Manifest permits SiloManifest, PlatformManifest {
    /** When, by ISO 8601. */
    String made();

    /** Number of the database's format. */
    int schema();

    PassphraseKey key();

    /** Of the database. */
    List<Part> files();

    /** The same of these files. */
    Manifest with(List<Part> parts);

    /** As JSON. */
    String text();

    /** Number of the backup's format. */
    int number();

    default long bytes() {
        return files().stream().mapToLong(Part::bytes).sum();
    }

    /**
     * One file.
     *
     * @param name with slashes, from the database's folder on
     * @param sha256 hexadecimal
     */
    record Part(String name, long bytes, String sha256) {
        private static final String NAMES = "[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*";

        public Part {
            if (bytes < 0 || !name.matches(NAMES + "(/" + NAMES + ")*")) {
                throw new IllegalArgumentException("not the name of a database's file");
            }
            Objects.requireNonNull(sha256);
        }
    }
}
