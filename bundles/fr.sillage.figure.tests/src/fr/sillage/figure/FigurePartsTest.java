package fr.sillage.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The small parts of a chart that need no screen. */
class FigurePartsTest {
    @Test
    void hatchingStaysWithinItsArea() {
        for (Rectangle area :
                List.of(new Rectangle(10, 20, 40, 17), new Rectangle(3, 5, 2, 17), new Rectangle(0, 0, 12, 12))) {
            List<Hatching.Line> lines = Hatching.lines(area.x, area.y, area.width, area.height);
            assertFalse(lines.isEmpty(), area.toString());
            for (Hatching.Line line : lines) {
                assertTrue(area.contains(line.x1(), line.y1()), area + " " + line);
                assertTrue(area.contains(line.x2(), line.y2()), area + " " + line);
                assertEquals(line.x1() + line.y1(), line.x2() + line.y2(), "a line at 45 degrees");
            }
        }
    }

    @Test
    void longLabelsAreShortenedToOneLine() {
        assertEquals("South East Region", ShortLabel.of("South\n East\tRegion"));
        assertEquals("a".repeat(32), ShortLabel.of("a".repeat(32)));
        assertEquals(
                "Direction des affaire…ment n° 12",
                ShortLabel.of("Direction des affaires scolaires du département n° 12"),
                "names that differ at their ends");
        assertEquals("a\u05D0b", ShortLabel.of("a\u202E\u05D0\u2066b\u0000"), "nothing turns the text after it");
        // never half of a character that takes two places
        assertEquals("😀".repeat(21) + "…" + "😀".repeat(10), ShortLabel.of("😀".repeat(40)));
    }

    @Test
    void wordsAreTheReaders() {
        FigureTexts french = new FigureTexts(Locale.FRENCH);
        FigureTexts english = new FigureTexts(Locale.ENGLISH);
        assertEquals("masqué", french.hidden());
        assertEquals("hidden", english.hidden());
        assertEquals("Autres (3)", french.others(3));
        assertEquals("Others (3)", english.others(3));
        FigureData folded = new FigureData(List.of(), List.of("L'A", "{B}"), List.of(), 0);
        assertEquals(List.of("Autres\u00a0: L'A, {B}"), french.notes(folded));
        FigureData many = new FigureData(List.of(), Collections.nCopies(15, "X"), List.of(), 0);
        assertTrue(
                english.notes(many).getFirst().endsWith("X and 3 more"),
                english.notes(many).toString());
    }
}
