package fr.sillage.engine.scan.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows as pairs of a person and a cell, with what is measured of them, parted by person, so that a part with all that is
 * counted of it fits into the processor's cache. Used by one thread.
 */
public final class PersonParts {
    private static final int BLOCK = 1 << 10;

    private final int bits;
    private final int from;
    private final int measured;
    private final Block[] open;
    private final int[] filled;
    private final List<List<Block>> full = new ArrayList<>();

    /** Some rows: persons without the last bits and cells, and for each measured column its values. */
    private record Block(long[] pairs, double[][] values) {
        static Block of(int measured) {
            return new Block(new long[BLOCK], new double[measured][BLOCK]);
        }
    }

    /**
     * @param bits the last bits of a person's number tell the part
     * @param from the first part that is taken
     * @param count how many parts are taken
     * @param measured how many columns are measured
     */
    public PersonParts(int bits, int from, int count, int measured) {
        this.bits = bits;
        this.from = from;
        this.measured = measured;
        this.open = new Block[count];
        this.filled = new int[count];
        for (int part = 0; part < count; part++) {
            open[part] = Block.of(measured);
            full.add(new ArrayList<>(0));
        }
    }

    /**
     * Takes a row, unless its person belongs to another part.
     *
     * @param values of each measured column, the values of a chunk
     */
    public void add(int person, int cell, double[][] values, int row) {
        int part = (person & (1 << bits) - 1) - from;
        if (part < 0 || part >= open.length) {
            return;
        }
        int at = filled[part];
        if (at == BLOCK) {
            full.get(part).add(open[part]);
            open[part] = Block.of(measured);
            at = 0;
        }
        Block block = open[part];
        block.pairs[at] = (long) (person >>> bits) << Integer.SIZE | cell;
        for (int i = 0; i < measured; i++) {
            block.values[i][at] = values[i][row];
        }
        filled[part] = at + 1;
    }

    /** How many rows a part has. */
    public int size(int part) {
        return full.get(part).size() * BLOCK + filled[part];
    }

    /** Appends the rows of a part: the person's number without the last bits, then the cell; and the values. */
    public int copyTo(int part, long[] pairs, double[][] values, int at) {
        int end = at;
        for (Block block : full.get(part)) {
            end = copy(block, BLOCK, pairs, values, end);
        }
        return copy(open[part], filled[part], pairs, values, end);
    }

    private int copy(Block block, int count, long[] pairs, double[][] values, int at) {
        System.arraycopy(block.pairs, 0, pairs, at, count);
        for (int i = 0; i < measured; i++) {
            System.arraycopy(block.values[i], 0, values[i], at, count);
        }
        return at + count;
    }

    /** Gives the memory of a part back. */
    public void drop(int part) {
        full.set(part, List.of());
        open[part] = new Block(new long[0], new double[measured][0]);
        filled[part] = 0;
    }
}
