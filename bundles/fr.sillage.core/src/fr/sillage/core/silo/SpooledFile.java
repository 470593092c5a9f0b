package fr.sillage.core.silo;

import fr.sillage.api.source.SourceInput;
import java.io.IOException;

/** A file in the spool; reads as often as needed, decrypting; closed, it is deleted. */
public interface SpooledFile extends SourceInput, AutoCloseable {
    /**
     * Keeps the file over a restart of the platform, for a day at the most.
     *
     * @return what {@link Spool#find} finds it by
     */
    String keep() throws IOException;

    /** Deletes the file; harmless when done twice. */
    @Override
    void close();
}
