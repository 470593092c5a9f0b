package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.engine.column.internal.CodeChunk;
import java.util.Arrays;
import java.util.Random;
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
            new Content(Codec.CODES, 1, new byte[] {4, -1, 0, 0, 1})
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
