package fr.sillage.engine.codec.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DictionaryCodecTest {
    @Test
    void readsBackTextsOfEveryScript() throws MalformedContentException {
        List<String> texts =
                List.of("", " ", "Académie de Créteil", "\u0000\n\"", "数学", "\uD83D\uDC69\u200D\uD83C\uDFEB");
        assertEquals(texts, DictionaryCodec.decode(DictionaryCodec.encode(texts)));
    }

    @Test
    void readsBackManyRandomTexts() throws MalformedContentException {
        Random random = new Random(4);
        List<String> texts = Stream.generate(() -> text(random)).limit(2_000).toList();
        assertEquals(texts, DictionaryCodec.decode(DictionaryCodec.encode(texts)));
    }

    private static String text(Random random) {
        int[] points = random.ints(random.nextInt(40), 0, Character.MAX_CODE_POINT)
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point)
                .toArray();
        return new String(points, 0, points.length);
    }

    @Test
    void refusesWhatItCannotHaveWritten() {
        byte[] good = DictionaryCodec.encode(List.of("a", "bc")).bytes();
        byte[] negativeLength = good.clone();
        negativeLength[0] = -1;
        for (Content bad : new Content[] {
            new Content(Codec.CODES, 2, good),
            new Content(Codec.DICTIONARY, 3, good),
            new Content(Codec.DICTIONARY, 1, good),
            new Content(Codec.DICTIONARY, 2, negativeLength),
            new Content(Codec.DICTIONARY, 2, Arrays.copyOf(good, good.length - 1))
        }) {
            assertThrows(MalformedContentException.class, () -> DictionaryCodec.decode(bad));
        }
    }
}
