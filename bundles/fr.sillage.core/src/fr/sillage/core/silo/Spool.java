package fr.sillage.core.silo;

import java.io.IOException;
import java.io.InputStream;

/** Encrypted files that wait to be read. */
public interface Spool {
    /**
     * Takes bytes in, encrypting while they come.
     *
     * @param name as the person knows it
     * @param maximum bytes at the most
     * @throws IOException where the bytes cannot be read or written, or are too many; nothing is left then
     */
    SpooledFile receive(String name, InputStream in, long maximum) throws IOException;

    /** Deletes whatever is left, as at the start of the platform. */
    void clear() throws IOException;
}
