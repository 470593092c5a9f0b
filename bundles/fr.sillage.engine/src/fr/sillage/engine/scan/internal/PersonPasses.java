package fr.sillage.engine.scan.internal;

/**
 * How the persons of a table are parted, and how often it is scanned because not all pairs of a person and a cell fit
 * into memory at once.
 *
 * @param bits the last bits of a person's number tell the part
 * @param passes a power of two
 */
public record PersonPasses(int bits, int passes) {
    private static final int ROWS_OF_PART = 1 << 16;
    private static final int MOST_BITS = 12;

    /** @param memory bytes that the pairs may take */
    public static PersonPasses of(long rows, long memory) {
        int bits = 0;
        while (bits < MOST_BITS && rows >>> bits > ROWS_OF_PART) {
            bits++;
        }
        int passes = 1;
        while (passes < 1 << bits && rows * Long.BYTES / passes > memory) {
            passes *= 2;
        }
        return new PersonPasses(bits, passes);
    }

    public int partsOfPass() {
        return (1 << bits) / passes;
    }
}
