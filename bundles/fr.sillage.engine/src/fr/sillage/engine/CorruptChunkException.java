package fr.sillage.engine;

/** A chunk that is missing, damaged or of an unknown format; the message names the chunk, never a value. */
public final class CorruptChunkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptChunkException(ChunkKey key, String what) {
        super("chunk " + key.table().value() + "/" + key.column() + "/" + key.kind() + "/" + key.number() + ": "
                + what);
    }
}
