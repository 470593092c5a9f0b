package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedBitsTest {
    @Test
    void numbersOfEveryWidthComeBack() {
        for (int bits = 1; bits <= PackedBits.MOST; bits++) {
            for (int count : new int[] {0, 1, 63, 64, 65, 1_000}) {
                long[] numbers = new Random(bits * 1_000L + count)
                        .longs(count, 0, 1L << bits)
                        .toArray();
                ByteBuffer bytes = ByteBuffer.allocate(PackedBits.bytes(bits, count));
                PackedBits.Writer writer = new PackedBits.Writer(bytes, bits);
                for (long number : numbers) {
                    writer.put(number);
                }
                writer.end();
                assertEquals(0, bytes.remaining());
                PackedBits.Reader reader = new PackedBits.Reader(bytes.flip(), bits);
                for (long number : numbers) {
                    assertEquals(number, reader.next(), bits + " bits");
                }
                assertEquals(0, bytes.remaining());
            }
        }
    }

    @Test
    void bitsAreThoseOfTheLargestNumber() {
        assertEquals(1, PackedBits.bits(0));
        assertEquals(1, PackedBits.bits(1));
        assertEquals(2, PackedBits.bits(2));
        assertEquals(8, PackedBits.bits(255));
        assertEquals(9, PackedBits.bits(256));
    }
}
