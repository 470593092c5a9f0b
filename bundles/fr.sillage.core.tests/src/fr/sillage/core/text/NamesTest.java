package fr.sillage.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.core.text.Names.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void namesOfAllLanguagesAndSignsAreKept() {
        for (String name : List.of(
                "École d'été – n° 7",
                "<b>Institut</b> & Cie",
                "=2+2",
                "مركز التدريب",
                "می\u200cخواهم",
                "👩\u200D🏫 profs",
                "a".repeat(Names.LONGEST))) {
            assertEquals(name, Names.accept(name));
        }
    }

    @Test
    void blanksAroundGoAndAccentsAreComposed() {
        assertEquals("Institut é", Names.accept("  Institut e\u0301\u2003"));
    }

    @Test
    void whatCannotBeSeenIsNoName() {
        for (String name : List.of("", "   ", "\u00A0\u2003", "\u200D", "\u2800", "\u3164", "\u0301")) {
            assertEquals(Optional.of(Fault.BLANK), Names.fault(name), () -> escaped(name));
        }
    }

    @Test
    void whatHidesIsRefused() {
        for (String name : List.of(
                "two\nlines",
                "two\u2028lines",
                "bell\u0007",
                "nul\0",
                "esc\u001B[31m",
                "txt.\u202Eexe",
                "\u2067isolate",
                "zero\u200Bwidth",
                "\uFEFFmark",
                "soft\u00ADhyphen",
                "half \uD83D",
                "none \uFFFF")) {
            assertEquals(Optional.of(Fault.HIDDEN), Names.fault(name), () -> escaped(name));
        }
    }

    @Test
    void aRefusalDoesNotRepeatTheName() {
        RefusedNameException refused =
                assertThrows(RefusedNameException.class, () -> Names.accept("x".repeat(Names.LONGEST + 1)));
        assertEquals(Fault.LONG, refused.fault());
        assertFalse(refused.getMessage().contains("xx"));
    }

    private static String escaped(String name) {
        return name.codePoints().mapToObj(Integer::toHexString).toList().toString();
    }
}
