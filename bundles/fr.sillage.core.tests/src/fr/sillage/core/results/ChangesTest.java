package fr.sillage.core.results;

import static fr.sillage.core.results.Results.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.results.Changes.Category;
import fr.sillage.core.results.Changes.Move;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final PublishedValue HIDDEN = PublishedValue.Withheld.INSTANCE;
    private static final int THRESHOLD = 5;

    private static Results before() {
        return new Results()
                .statistic("rows", number(200))
                .statistic("p", number(0.5))
                .row("A", 100)
                .row("B", 100)
                .cell("A", "x", number(50))
                .cell("A", "y", number(50))
                .cell("B", "x", number(20))
                .cell("B", "y", number(80));
    }

    @Test
    void nothingChangesWhereNothingChanged() {
        Changes changes = Changes.between(before().published(), before().published(), THRESHOLD);

        assertFalse(changes.tooClose());
        assertEquals(List.of(), changes.moves());
        assertEquals(List.of(), changes.come());
        assertTrue(changes.statistics().stream().noneMatch(Changes.Statistic::changed));
    }

    @Test
    void theSharesThatMovedMostComeFirst() {
        Results after = new Results()
                .statistic("rows", number(400))
                .statistic("p", number(0.01))
                .row("A", 200)
                .row("B", 200)
                .cell("A", "x", number(110))
                .cell("A", "y", number(90))
                .cell("B", "x", number(100))
                .cell("B", "y", number(100));

        Changes changes = Changes.between(before().published(), after.published(), THRESHOLD);

        assertEquals(new Move("B", "x", 20, 100, 0.2, 0.5), changes.moves().getFirst());
        assertEquals(0.3, changes.moves().getFirst().by(), 1e-12);
        assertEquals(
                List.of("B", "B", "A", "A"),
                changes.moves().stream().map(Move::row).toList());
        assertTrue(changes.statistics().stream().allMatch(Changes.Statistic::changed));
    }

    @Test
    void categoriesComeAndGo() {
        Results after = new Results()
                .statistic("rows", number(300))
                .row("A", 100)
                .row("C", 100)
                .cell("A", "x", number(50))
                .cell("A", "z", number(50))
                .cell("C", "x", number(100))
                .cell("C", "z", number(0));

        Changes changes = Changes.between(before().published(), after.published(), THRESHOLD);

        assertEquals(List.of(new Category("row", "C"), new Category("column", "z")), changes.come());
        assertEquals(List.of(new Category("row", "B"), new Category("column", "y")), changes.gone());
    }

    @Test
    void aDifferenceOfFewPersonsIsNotTold() {
        Results after = new Results()
                .statistic("rows", number(204))
                .row("A", 104)
                .cell("A", "x", number(54))
                .cell("A", "y", number(50));

        Changes changes = Changes.between(before().published(), after.published(), THRESHOLD);

        assertEquals(new Changes(true, List.of(), List.of(), List.of(), List.of()), changes);
    }

    @Test
    void neitherHiddenCellsNorSmallChangesOfACellAreTold() {
        Results after = new Results()
                .statistic("rows", number(300))
                .row("A", 54)
                .row("B", 100)
                .cell("A", "x", number(54)) // 4 more
                .cell("A", "y", HIDDEN)
                .cell("B", "x", number(25)) // 5 more
                .cell("B", "y", number(75));

        Changes changes = Changes.between(before().published(), after.published(), THRESHOLD);

        assertEquals(
                List.of("B x", "B y"),
                changes.moves().stream()
                        .map(move -> move.row() + " " + move.column())
                        .sorted()
                        .toList());
    }
}
