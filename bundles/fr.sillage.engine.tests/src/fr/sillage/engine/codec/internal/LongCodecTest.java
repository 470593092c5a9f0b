package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.data.Column;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongCodecTest {
    @Test
    void readsBackNumbersOfEveryRange() throws MalformedContentException {
        long[] ranges = {1, 1L << 8, 1L << 16, 1L << 32, 1L << 62};
        for (long range : ranges) {
            Random random = new Random(range);
            for (long least : new long[] {Long.MIN_VALUE, -5, 0, 1_380_000_000_000_000L}) {
                long[] values = random.longs(3_000, least, least + range).toArray();
                values[7] = least;
                values[8] = least + range - 1;
                BitSet missing = new BitSet();
                random.ints(100, 10, 3_000).forEach(missing::set);
                assertReadBack("least " + least + ", range " + range, values, missing);
            }
        }
    }

    @Test
    void manyRandomNumbersTakeAsManyBitsAsTheLargestNeeds() throws MalformedContentException {
        for (int bits : new int[] {11, 17, 33, 50}) {
            long range = 1L << bits;
            long[] values = new Random(bits).longs(40_000, -7, range - 7).toArray();
            values[0] = range - 8;
            values[1] = -7;
            BitSet missing = new BitSet();
            new Random(5).ints(10, 10, 100).forEach(missing::set);
            assertEquals(
                    Codec.LONGS_PACKED,
                    LongCodec.encode(values, missing, values.length).codec(),
                    bits + " bits");
            assertReadBack(bits + " bits", values, missing);
        }
    }

    @Test
    void readsBackTheWholeRangeOfLong() throws MalformedContentException {
        assertReadBack("extremes", new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE, -1}, new BitSet());
    }

    @Test
    void valuesOfMissingRowsDoNotCountAndAreNotKept() throws MalformedContentException {
        BitSet missing = new BitSet();
        missing.set(1);
        Content content = LongCodec.encode(new long[] {1_000_000, Long.MIN_VALUE, 1_000_003}, missing, 3);
        assertEquals(4 + 1 + 8 + 1 + 3, content.bytes().length, "one byte a row");
        Column.Longs read = LongCodec.decode(content).toColumn();
        assertEquals(1_000_000, read.values()[1]);
        assertEquals(missing, read.missing());
    }

    @Test
    void readsBackWhereAllIsMissing() throws MalformedContentException {
        BitSet missing = new BitSet();
        missing.set(0, 50);
        assertReadBack("all missing", new long[50], missing);
    }

    @Test
    void refusesWhatItCannotHaveWritten() {
        BitSet missing = new BitSet();
        missing.set(2);
        byte[] good = LongCodec.encode(new long[] {1, 2, 3}, missing, 3).bytes();
        byte[] wrongWidth = good.clone();
        wrongWidth[4 + 1 + 8] = 3;
        byte[] endlessBits = good.clone();
        endlessBits[0] = 127;
        for (Content bad : new Content[] {
            new Content(Codec.DOUBLES, 3, good),
            new Content(Codec.LONGS, 4, good),
            new Content(Codec.LONGS, 2, good),
            new Content(Codec.LONGS, 3, Arrays.copyOf(good, 3)),
            new Content(Codec.LONGS, 3, Arrays.copyOf(good, 10)),
            new Content(Codec.LONGS, 1, Arrays.copyOf(wrongWidth, wrongWidth.length)),
            new Content(Codec.LONGS, 3, endlessBits)
        }) {
            assertThrows(MalformedContentException.class, () -> LongCodec.decode(bad));
        }
    }

    private static void assertReadBack(String what, long[] values, BitSet missing) throws MalformedContentException {
        Column.Longs read = LongCodec.decode(LongCodec.encode(values, missing, values.length))
                .toColumn();
        assertEquals(values.length, read.size(), what);
        assertEquals(missing, read.missing(), what);
        for (int row = 0; row < values.length; row++) {
            if (!missing.get(row)) {
                assertEquals(values[row], read.values()[row], what + ", row " + row);
            }
        }
    }
}
