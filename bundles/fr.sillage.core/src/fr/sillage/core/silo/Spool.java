package fr.sillage.core.silo;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Encrypted files that wait to be read. */
public interface Spool {
    /**
     * Takes bytes in, encrypting while they come.
     *
     * @param name as the person knows it
     * @param maximum bytes at the most
     * @throws IOException where the bytes cannot be read or written, or are too many; nothing is left then
     * @throws NoSpaceException where the disk is full
     */
    SpooledFile receive(String name, InputStream in, long maximum) throws IOException;

    /**
     * A file that was kept ({@link SpooledFile#keep}); empty where there is none any more.
     *
     * @throws IOException where it cannot be read
     */
    Optional<SpooledFile> find(String id) throws IOException;
}
