package fr.sillage.core.silo;

import fr.sillage.api.source.SourceInput;

/** A file in the spool; reads as often as needed, decrypting; closed, it is deleted. */
public interface SpooledFile extends SourceInput, AutoCloseable {
    /** Deletes the file; harmless when done twice. */
    @Override
    void close();
}
