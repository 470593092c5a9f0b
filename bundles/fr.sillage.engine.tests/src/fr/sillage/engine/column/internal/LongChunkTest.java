package fr.sillage.engine.column.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongChunkTest {
    @Test
    void findsTheRowsOfASpanWhateverTheWidth() {
        Random random = new Random(3);
        for (int run = 0; run < 400; run++) {
            int size = 1 + random.nextInt(200);
            int width = 1 << random.nextInt(4);
            long least = random.nextInt(4) == 0 ? Long.MIN_VALUE : random.nextInt(100) - 50L;
            long[] values = new long[size];
            Object distances = distances(random, width, least, values);
            BitSet missing = new BitSet();
            for (int row = 0; row < size; row++) {
                missing.set(row, random.nextInt(4) == 0);
            }
            LongChunk chunk = new LongChunk(distances, least, missing);
            long[] read = new long[size];
            chunk.copyTo(read);
            assertArrayEquals(values, read);
            long first = values[random.nextInt(size)] - random.nextInt(2);
            long last = random.nextInt(5) == 0 ? Long.MAX_VALUE : values[random.nextInt(size)];
            long[] rows = chunk.rowsBetween(first, last);
            for (int row = 0; row < rows.length * Long.SIZE; row++) {
                boolean expected = row < size && !missing.get(row) && first <= values[row] && values[row] <= last;
                assertEquals(expected, Bits.get(rows, row), "run " + run + ", row " + row);
            }
        }
    }

    private static Object distances(Random random, int width, long least, long[] values) {
        Object distances = switch (width) {
            case 1 -> new byte[values.length];
            case 2 -> new char[values.length];
            case 4 -> new int[values.length];
            default -> new long[values.length];
        };
        for (int row = 0; row < values.length; row++) {
            long distance = row == 0 ? 0 : random.nextLong() >>> Long.SIZE - 8 * width;
            if (width == 8 && least > Long.MIN_VALUE) {
                distance >>>= 2; // so that the number does not overflow
            }
            values[row] = least + distance;
            switch (distances) {
                case byte[] narrow -> narrow[row] = (byte) distance;
                case char[] narrow -> narrow[row] = (char) distance;
                case int[] narrow -> narrow[row] = (int) distance;
                default -> ((long[]) distances)[row] = distance;
            }
        }
        return distances;
    }

    @Test
    void tellsDistancesFromAnyNumber() {
        LongChunk chunk = new LongChunk(new char[] {0, 40_000, 7}, 1_000_000_000_000L, new BitSet());
        int[] read = new int[3];
        chunk.copyTo(read, 999_999_999_990L);
        assertArrayEquals(new int[] {10, 40_010, 17}, read);
        assertEquals(1_000_000_040_000L, chunk.most());
    }
}
