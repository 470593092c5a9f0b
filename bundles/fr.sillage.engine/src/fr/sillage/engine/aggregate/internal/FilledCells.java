package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.cell.internal.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells in which there are rows, numbered anew without gaps, and their margins.
 *
 * @param numbers for each cell the number of its combination
 * @param cellOf for each number of a combination its cell; -1 where it has no row
 * @param rows of each cell
 * @param alone of these, rows that name nobody
 * @param families the cells themselves; then all margins, and the total, where they are made of the cells
 */
record FilledCells(int[] numbers, int[] cellOf, long[] rows, long[] alone, List<Family> families) {
    /**
     * @param margins whether margins are made of the cells; else each region is counted as a cell of its own
     * @param rows of each number, part by part; possibly of fewer numbers than there are
     * @param alone of these, rows that name nobody
     * @throws TooManyCellsException where they or their margins are too many
     */
    static FilledCells of(CellNumbers numbers, boolean margins, List<long[]> rows, List<long[]> alone) {
        long[] all = sum(numbers.size(), rows);
        return of(
                numbers,
                margins,
                IntStream.range(0, all.length).filter(n -> all[n] > 0).toArray(),
                all,
                sum(numbers.size(), alone));
    }

    /** All combinations, which are few, before it is known which of them have rows. */
    static FilledCells all(CellNumbers numbers, boolean margins) {
        long[] none = new long[numbers.size()];
        return of(numbers, margins, IntStream.range(0, none.length).toArray(), none, none);
    }

    private static FilledCells of(CellNumbers numbers, boolean margins, int[] filled, long[] rows, long[] alone) {
        if (filled.length > TooManyCellsException.MOST) {
            throw new TooManyCellsException();
        }
        int[] cellOf = new int[rows.length];
        Arrays.fill(cellOf, -1);
        int[] highest = numbers.highest();
        int[][] codes = new int[filled.length][highest.length];
        for (int cell = 0; cell < filled.length; cell++) {
            cellOf[filled[cell]] = cell;
            numbers.codes(filled[cell], codes[cell]);
        }
        return new FilledCells(
                filled,
                cellOf,
                IntStream.of(filled).mapToLong(n -> rows[n]).toArray(),
                IntStream.of(filled).mapToLong(n -> alone[n]).toArray(),
                families(codes, highest, margins));
    }

    /** Adds parts up, which may be shorter. */
    static long[] sum(int size, List<long[]> parts) {
        long[] sum = new long[size];
        for (long[] part : parts) {
            for (int i = 0; i < Math.min(size, part.length); i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    private static List<Family> families(int[][] codes, int[] highest, boolean margins) {
        List<Family> families = new ArrayList<>();
        int all = (1 << highest.length) - 1;
        long regions = 0;
        for (int mask = all; mask >= (margins ? 0 : all); mask--) {
            int keptMask = mask;
            int[] kept = IntStream.range(0, highest.length)
                    .filter(key -> (keptMask & 1 << key) != 0)
                    .toArray();
            families.add(Family.of(kept, codes, highest));
            regions += families.getLast().size();
            if (regions > TooManyCellsException.MOST) {
                throw new TooManyCellsException();
            }
        }
        return families;
    }
}
