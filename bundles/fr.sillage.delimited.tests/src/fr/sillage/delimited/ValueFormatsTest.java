package fr.sillage.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.data.Type;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueFormatsTest {
    private static final String SENTENCE =
            "Tout à fait d'accord avec l'idée que la formation a répondu à mes attentes, n° ";

    @Test
    void answersToChooseFromAreCategoriesHoweverLong() {
        assertEquals(Type.CATEGORY, ValueFormats.of(sentences(200, 7)).type());
        assertEquals(Type.CATEGORY, ValueFormats.of(sentences(20, 4)).type());
    }

    @Test
    void whatHardlyRepeatsWasWritten() {
        assertEquals(Type.TEXT, ValueFormats.of(sentences(200, 41)).type());
        assertEquals(Type.TEXT, ValueFormats.of(sentences(19, 2)).type(), "too few to tell");
    }

    private static List<String> sentences(int count, int different) {
        return IntStream.range(0, count).mapToObj(i -> SENTENCE + i % different).toList();
    }
}
