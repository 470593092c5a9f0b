package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.data.Column;
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
        assertArrayEquals(new double[] {0, 2}, read.values());
    }

    @Test
    void refusesWhatItCannotHaveWritten() {
        byte[] good =
                DoubleCodec.encode(new double[] {1, 2, 3}, new BitSet(), 3).bytes();
        BitSet beyond = new BitSet();
        beyond.set(7);
        byte[] missingBeyond = DoubleCodec.encode(new double[8], beyond, 8).bytes();
        for (Content bad : new Content[] {
            new Content(Codec.LONGS, 3, good),
            new Content(Codec.DOUBLES, 4, good),
            new Content(Codec.DOUBLES, 2, good),
            new Content(Codec.DOUBLES, 0, new byte[0]),
            new Content(Codec.DOUBLES, 7, missingBeyond)
        }) {
            assertThrows(MalformedContentException.class, () -> DoubleCodec.decode(bad));
        }
    }
}
