package fr.sillage.engine;

/** Where chunks are written, as part of one transaction; used by one thread. */
public interface ChunkSink {
    /** @throws java.io.UncheckedIOException where the store cannot be written */
    void write(ChunkKey key, byte[] chunk);
}
