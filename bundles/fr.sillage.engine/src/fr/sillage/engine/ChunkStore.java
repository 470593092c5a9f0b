package fr.sillage.engine;

import java.util.Optional;

/** Where chunks are read; thread-safe. The bytes are the engine's format, with format number and checksum. */
public interface ChunkStore {
    /** @throws java.io.UncheckedIOException where the store cannot be read */
    Optional<byte[]> read(ChunkKey key);

    /** Where columns of this store are kept once they are decoded; by default nothing is. */
    default SharedCache.Share columns() {
        return new SharedCache(0).share(this);
    }
}
