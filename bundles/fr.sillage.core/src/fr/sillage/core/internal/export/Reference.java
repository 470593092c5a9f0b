package fr.sillage.core.internal.export;

import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SpooledFile;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * What an export is found by.
 *
 * @param threshold under which its results were shown
 * @param file in the spool
 */
record Reference(int threshold, String file) {
    String text() {
        return threshold + " " + file;
    }

    /** Empty where the text is no reference, such as that of a job that yielded nothing. */
    static Optional<Reference> of(String text) {
        String[] parts = text.split(" ");
        try {
            return parts.length == 2
                    ? Optional.of(new Reference(
                            Integer.parseInt(parts[0]),
                            UUID.fromString(parts[1]).toString()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where it is no longer kept, or cannot be read. */
    Optional<SpooledFile> in(Silo silo) {
        try {
            return silo.spool().find(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
