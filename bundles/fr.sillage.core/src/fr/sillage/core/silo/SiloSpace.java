package fr.sillage.core.silo;

/**
 * What a silo takes on the disk, in bytes.
 *
 * @param bytes of its database's files
 * @param free of these, what holds nothing and compaction would give back
 */
public record SiloSpace(long bytes, long free) {
    private static final long LEAST = 64L << 20;
    private static final int PART = 4;

    /** Whether compaction is worth its time: a quarter of the files is free, and not little. */
    public boolean isWasteful() {
        return free >= LEAST && free >= bytes / PART;
    }
}
