package fr.sillage.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.api.seal.PublicationSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares of bars, from published numbers alone. */
class FigureDataTest {
    private static final Figure FIGURE =
            new Figure("shares", Figure.Kind.STACKED_SHARES, "counts", "row", "column", "rows", "margins");
    private static final FigureTexts TEXTS = new FigureTexts(Locale.ENGLISH);
    private static final double EXACT = 1e-9;

    private final List<List<PublishedValue>> counts = new ArrayList<>();
    private final List<List<PublishedValue>> margins = new ArrayList<>();

    @Test
    void sharesAreOfThePublishedTotal() {
        cell("Wales", "AAA", number(12));
        cell("Wales", "BBB", number(36));
        margin("row", "Wales", number(48));
        margin("column", "Wales", number(9999));

        FigureData data = data();

        assertEquals(List.of("AAA", "BBB"), data.series());
        FigureData.Bar wales = data.bars().getFirst();
        assertEquals(25, wales.shares().get(0), EXACT);
        assertEquals(75, wales.shares().get(1), EXACT);
        assertEquals(0, wales.hidden(), EXACT);
        assertFalse(data.hides());
    }

    @Test
    void whatIsHiddenIsTheTotalLessWhatIsShown() {
        cell("Scotland", "AAA", withheld());
        cell("Scotland", "BBB", number(60));
        cell("Scotland", "GGG", withheld());
        margin("row", "Scotland", number(80));

        FigureData.Bar scotland = data().bars().getFirst();

        assertEquals(List.of(0.0, 75.0, 0.0), scotland.shares());
        assertEquals(25, scotland.hidden(), EXACT);
        assertTrue(data().hides());
    }

    @Test
    void noSharesAreInventedWhereTheTotalIsHidden() {
        cell("North", "AAA", number(60));
        cell("North", "BBB", withheld());
        cell("South", "AAA", number(5));
        cell("South", "BBB", number(5));
        margin("row", "North", withheld());
        margin("row", "South", number(10));

        FigureData.Bar north = data().bars().getFirst();

        assertFalse(north.known());
        assertEquals(List.of(0.0, 0.0), north.shares());
        assertEquals(0, north.hidden(), EXACT);
        assertTrue(data().bars().get(1).known());
        assertTrue(data().hides());
    }

    @Test
    void aRoundedTotalUnderTheSumMakesNoNegativePart() {
        cell("Wales", "AAA", number(55));
        cell("Wales", "BBB", number(55));
        margin("row", "Wales", number(100));

        FigureData.Bar wales = data().bars().getFirst();

        assertEquals(List.of(50.0, 50.0), wales.shares());
        assertEquals(0, wales.hidden(), EXACT);
    }

    @Test
    void anEmptyBarIsEmpty() {
        cell("Wales", "AAA", number(0));
        margin("row", "Wales", number(0));

        assertEquals(
                new FigureData.Bar("Wales", List.of(0.0), 0, true),
                data().bars().getFirst());
    }

    @Test
    void theSmallestOfManySeriesAreDrawnAsOne() {
        IntStream.rangeClosed(1, 8).forEach(i -> cell("Wales", "M" + i, number(i == 8 ? 64 : 9 - i)));
        margin("row", "Wales", number(100));

        FigureData data = data();

        assertEquals(List.of("M1", "M2", "M3", "M4", "M8", "Others (3)"), data.series());
        assertEquals(List.of("M5", "M6", "M7"), data.folded());
        FigureData.Bar wales = data.bars().getFirst();
        assertEquals(8, wales.shares().get(0), EXACT);
        assertEquals(64, wales.shares().get(4), EXACT);
        assertEquals(4 + 3 + 2, wales.shares().get(5), EXACT);
        assertEquals(1, wales.hidden(), EXACT);
    }

    @Test
    void sixSeriesKeepTheirColoursAndTheirOrder() {
        IntStream.rangeClosed(1, 6).forEach(i -> cell("Wales", "M" + i, number(i)));
        margin("row", "Wales", number(21));

        assertEquals(List.of("M1", "M2", "M3", "M4", "M5", "M6"), data().series());
        assertTrue(data().folded().isEmpty());
    }

    @Test
    void ofVeryManyBarsTheLargestAreDrawnInTheirOrder() {
        int all = FigureData.MOST_BARS + 10;
        IntStream.rangeClosed(1, all).forEach(i -> {
            cell("C" + i, "AAA", number(i));
            margin("row", "C" + i, i == all ? withheld() : number(i));
        });

        FigureData data = data();

        assertEquals(
                IntStream.range(10, all).mapToObj(i -> "C" + i).toList(),
                data.bars().stream().map(FigureData.Bar::category).toList(),
                "without the smallest and the one whose total is hidden");
        assertEquals(
                List.of("The 50 largest of 60 categories are drawn; the table has all of them."), TEXTS.notes(data));
    }

    @Test
    void aFigureOfAMissingTableIsRefused() {
        Figure wrong = new Figure("x", Figure.Kind.STACKED_SHARES, "nowhere", "row", "column", "rows", "margins");

        assertThrows(
                IllegalArgumentException.class,
                () -> FigureData.of(published(), wrong, FigureOrder.OF_THE_TABLE, UnaryOperator.identity(), TEXTS));
    }

    private FigureData data() {
        return FigureData.of(published(), FIGURE, FigureOrder.OF_THE_TABLE, UnaryOperator.identity(), TEXTS);
    }

    private void cell(String row, String column, PublishedValue rows) {
        counts.add(List.of(new PublishedValue.Label(row), new PublishedValue.Label(column), rows));
    }

    private void margin(String axis, String category, PublishedValue rows) {
        margins.add(List.of(new PublishedValue.Term(axis), new PublishedValue.Label(category), rows));
    }

    private static PublishedValue number(double value) {
        return new PublishedValue.Number(value, Precision.EXACT);
    }

    private static PublishedValue withheld() {
        return PublishedValue.Withheld.INSTANCE;
    }

    private Published published() {
        PublishedTable cells = new PublishedTable(
                "counts",
                List.of(
                        new TableColumn("row", Kind.LABEL),
                        new TableColumn("column", Kind.LABEL),
                        new TableColumn("rows", Kind.INTEGER)),
                counts);
        PublishedTable totals = new PublishedTable(
                "margins",
                List.of(
                        new TableColumn("axis", Kind.TERM),
                        new TableColumn("category", Kind.LABEL),
                        new TableColumn("rows", Kind.INTEGER)),
                margins);
        return Published.seal(
                new PublicationSeal(),
                List.of(cells, totals),
                List.of(FIGURE),
                List.of(),
                new Provenance("test", Values.NONE, List.of(), 5, Unit.ROW, 0));
    }
}
