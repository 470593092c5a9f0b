package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.engine.column.internal.CodeChunk;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeCodecTest {
    @Test
    void readsBackCodesOfEveryWidth() throws MalformedContentException {
        for (int bound : new int[] {1, 255, 256, 257, 65_535, 65_536, 65_537, Integer.MAX_VALUE}) {
            int[] codes = new Random(bound).ints(5_000, 0, bound).toArray();
            codes[0] = bound - 1;
            assertArrayEquals(codes, decoded(CodeCodec.encode(codes, codes.length)), "bound " + bound);
        }
    }

    @Test
    void takesOneByteForUpTo255Categories() {
        int[] codes = new int[1_000];
        Arrays.fill(codes, 255);
        assertEquals(1_001, CodeCodec.encode(codes, codes.length).bytes().length);
        codes[500] = 256;
        assertEquals(2_001, CodeCodec.encode(codes, codes.length).bytes().length);
    }

    @Test
    void manyRandomCodesTakeAsManyBitsAsTheHighestNeeds() throws MalformedContentException {
        for (int bits : new int[] {3, 5, 11, 20, 31}) {
            int[] codes = new Random(bits)
                    .ints(60_000, 0, (int) Math.min(1L << bits, Integer.MAX_VALUE))
                    .toArray();
            codes[59_999] = (int) ((1L << bits) - 1);
            Content content = CodeCodec.encode(codes, codes.length);
            assertEquals(Codec.CODES_PACKED, content.codec(), bits + " bits");
            assertArrayEquals(codes, decoded(content), bits + " bits");
        }
    }

    @Test
    void whatDeflatesWellIsNotPacked() throws MalformedContentException {
        int[] sorted = IntStream.range(0, 60_000).map(row -> row / 100).toArray();
        int[] seldom = new Random(3)
                .ints(60_000, 0, 40_000)
                .map(code -> code < 36_000 ? 0 : code)
                .toArray();
        for (int[] codes : new int[][] {sorted, seldom}) {
            Content content = CodeCodec.encode(codes, codes.length);
            assertEquals(Codec.CODES, content.codec());
            assertArrayEquals(codes, decoded(content));
        }
    }

    @Test
    void takesTheFirstRowsOnly() throws MalformedContentException {
        assertArrayEquals(new int[] {7, 0}, decoded(CodeCodec.encode(new int[] {7, 0, 70_000}, 2)));
        assertArrayEquals(new int[0], decoded(CodeCodec.encode(new int[9], 0)));
    }

    @Test
    void refusesWhatItCannotHaveWritten() {
        Content good = CodeCodec.encode(new int[] {1, 2, 3}, 3);
        for (Content bad : new Content[] {
            new Content(Codec.LONGS, 3, good.bytes()),
            new Content(Codec.CODES, 4, good.bytes()),
            new Content(Codec.CODES, 2, good.bytes()),
            new Content(Codec.CODES, 3, new byte[0]),
            new Content(Codec.CODES, 1, new byte[] {3, 0, 0, 1}),
            new Content(Codec.CODES, 1, new byte[] {4, -1, 0, 0, 1}),
            new Content(Codec.CODES_PACKED, 3, good.bytes()),
            new Content(Codec.CODES_PACKED, 1, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0}),
            new Content(Codec.CODES_PACKED, 1, new byte[] {32, 0, 0, 0, 0, 0, 0, 0, 0})
        }) {
            assertThrows(MalformedContentException.class, () -> CodeCodec.decode(bad));
        }
    }

    private static int[] decoded(Content content) throws MalformedContentException {
        CodeChunk chunk = CodeCodec.decode(content);
        int[] codes = new int[chunk.size()];
        chunk.copyTo(codes);
        assertEquals(Arrays.stream(codes).max().orElse(0), chunk.highest());
        assertEquals(Arrays.stream(codes).anyMatch(code -> code == 0), chunk.hasMissing());
        return codes;
    }
}
