package fr.sillage.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.sillage.core.text.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedNameTest {
    @Test
    void isKeptByTheOneRuleForNames() {
        assertEquals(new TypedName(Optional.of("Directions"), ""), TypedName.of(" Directions ", Locale.FRENCH));
    }

    /** Each fault has a sentence of its own in each language. */
    @Test
    void saysWhatIsWrong() {
        Set<String> sentences = new HashSet<>();
        for (String name : List.of(" ", "a\u202Eb", "a\nb", "a".repeat(Names.LONGEST + 1))) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                TypedName typed = TypedName.of(name, locale);
                assertEquals(Optional.empty(), typed.fit());
                assertFalse(typed.problem().isBlank());
                sentences.add(typed.problem());
            }
        }
        assertEquals(6, sentences.size());
    }
}
