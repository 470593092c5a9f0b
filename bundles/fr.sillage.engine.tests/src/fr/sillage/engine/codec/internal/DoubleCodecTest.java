package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Column;
import fr.sillage.engine.column.internal.DoubleChunk;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubleCodecTest {
    @Test
    void readsBackEveryBit() throws MalformedContentException {
        Random random = new Random(20_131_001);
        double[] values = random.longs(5_000)
                .mapToDouble(Double::longBitsToDouble)
                .map(value -> Double.isNaN(value) ? Math.PI : value)
                .toArray();
        values[0] = -0.0;
        values[1] = Double.MIN_VALUE;
        values[2] = Double.NEGATIVE_INFINITY;
        BitSet missing = new BitSet();
        random.ints(300, 3, 5_000).forEach(missing::set);
        missing.stream().forEach(row -> values[row] = 0);
        Column.Doubles read = DoubleCodec.decode(DoubleCodec.encode(values, missing, values.length))
                .toColumn();
        assertArrayEquals(values, read.values());
        assertEquals(missing, read.missing());
    }

    @Test
    void valuesOfMissingRowsAreNotKept() throws MalformedContentException {
        BitSet missing = new BitSet();
        missing.set(0);
        Column.Doubles read = DoubleCodec.decode(DoubleCodec.encode(new double[] {1234.5, 2}, missing, 2))
                .toColumn();
        assertEquals(2, read.values()[1]);
        assertTrue(Arrays.stream(read.values()).noneMatch(value -> value == 1234.5));
    }

    @Test
    void fewDifferentNumbersAreCoded() throws MalformedContentException {
        Random random = new Random(5);
        for (int different : new int[] {1, 2, 255, 256, 257, 4_096, 4_097}) {
            double[] values = random.ints(20_000, 0, different)
                    .mapToDouble(n -> n == 0 ? -0.0 : n / 8.0)
                    .toArray();
            for (int n = 0; n < different; n++) {
                values[n] = n == 0 ? -0.0 : n / 8.0;
            }
            BitSet missing = new BitSet();
            missing.set(7_000, 9_000);
            Content content = DoubleCodec.encode(values, missing, values.length);
            assertEquals(different <= 4_096 ? Codec.DOUBLES_CODED : Codec.DOUBLES, content.codec());
            DoubleChunk chunk = DoubleCodec.decode(content);
            assertEquals(different <= 4_096 ? different : 0, chunk.distinct().length);
            Column.Doubles read = chunk.toColumn();
            assertEquals(missing, read.missing());
            for (int row = 0; row < values.length; row++) {
                if (!missing.get(row)) {
                    assertEquals(0, Double.compare(values[row], read.values()[row]));
                }
            }
        }
    }

    @Test
    void refusesWhatItCannotHaveWritten() {
        byte[] good =
                DoubleCodec.encode(new double[] {1, 2, 3}, new BitSet(), 3).bytes();
        BitSet beyond = new BitSet();
        beyond.set(7);
        byte[] missingBeyond = DoubleCodec.encode(new double[8], beyond, 8).bytes();
        byte[] coded =
                DoubleCodec.encode(new double[] {1, 1, 2, 2}, new BitSet(), 4).bytes();
        byte[] misplaced = coded.clone();
        misplaced[misplaced.length - 1] = 2;
        for (Content bad : new Content[] {
            new Content(Codec.LONGS, 3, good),
            new Content(Codec.DOUBLES, 4, good),
            new Content(Codec.DOUBLES, 2, good),
            new Content(Codec.DOUBLES, 0, new byte[0]),
            new Content(Codec.DOUBLES, 7, missingBeyond),
            new Content(Codec.DOUBLES_CODED, 3, good),
            new Content(Codec.DOUBLES_CODED, 4, Arrays.copyOf(coded, coded.length - 1)),
            new Content(Codec.DOUBLES_CODED, 2, coded),
            new Content(Codec.DOUBLES_CODED, 4, misplaced)
        }) {
            assertThrows(MalformedContentException.class, () -> DoubleCodec.decode(bad));
        }
    }
}
