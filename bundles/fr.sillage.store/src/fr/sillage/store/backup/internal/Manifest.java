package fr.sillage.store.backup.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a backup says of itself, readable without the passphrase and authenticated by it.
 *
 * @param made when, by ISO 8601
 * @param community id
 * @param name of the community
 * @param threshold of the community
 * @param extensions that the community decided about, by symbolic name
 * @param schema number of the silo's format
 * @param files of the database
 */
record Manifest(
        String made,
        String community,
        String name,
        int threshold,
        Map<String, Boolean> extensions,
        int schema,
        PassphraseKey key,
        List<Part> files) {
    Manifest {
        Objects.requireNonNull(made);
        Objects.requireNonNull(community);
        Objects.requireNonNull(name);
        Objects.requireNonNull(key);
        extensions = Map.copyOf(extensions);
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(Part::bytes).sum();
    }

    /**
     * One file.
     *
     * @param name with slashes, from the database's folder on
     * @param sha256 hexadecimal
     */
    record Part(String name, long bytes, String sha256) {
        private static final String NAMES = "[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*";

        Part {
            if (bytes < 0 || !name.matches(NAMES + "(/" + NAMES + ")*")) {
                throw new IllegalArgumentException("not the name of a database's file");
            }
            Objects.requireNonNull(sha256);
        }
    }
}
