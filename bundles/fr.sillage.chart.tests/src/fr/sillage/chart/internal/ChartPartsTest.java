package fr.sillage.chart.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

/** The small parts of a chart that need no screen. */
class ChartPartsTest {
    @Test
    void hatchingStaysWithinItsArea() {
        for (Rectangle area :
                List.of(new Rectangle(10, 20, 40, 17), new Rectangle(3, 5, 2, 17), new Rectangle(0, 0, 12, 12))) {
            List<Hatching.Line> lines = Hatching.lines(area);
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
        assertEquals("South East Region", Shortened.text("South\n East\tRegion"));
        assertEquals("a".repeat(32), Shortened.text("a".repeat(32)));
        assertEquals("a".repeat(31) + "…", Shortened.text("a".repeat(33)));
        // never half of a character that takes two places
        assertEquals("😀".repeat(31) + "…", Shortened.text("😀".repeat(40)));
    }

    @Test
    void wordsAreTheReaders() {
        ChartTexts french = new ChartTexts(Locale.FRENCH);
        ChartTexts english = new ChartTexts(Locale.ENGLISH);
        assertEquals("masqué", french.hidden());
        assertEquals("hidden", english.hidden());
        assertEquals("Autres (3)", french.others(3));
        assertEquals("Others (3)", english.others(3));
        assertEquals("Autres : L'A, {B}", french.folded(List.of("L'A", "{B}")));
    }
}
