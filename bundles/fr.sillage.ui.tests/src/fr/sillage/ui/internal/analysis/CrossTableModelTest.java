package fr.sillage.ui.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import fr.sillage.ui.internal.analysis.CrossTableModel.Field;
import fr.sillage.ui.internal.analysis.CrossTableModel.Show;
import fr.sillage.ui.internal.analysis.CrossTableModel.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The layout and the marks of a cross table. */
class CrossTableModelTest {
    private static final Figure FIGURE =
            new Figure("shares", Figure.Kind.STACKED_SHARES, "counts", "row", "column", "rows", "margins");
    private static final PublishedValue HIDDEN = PublishedValue.Withheld.INSTANCE;

    private final List<List<PublishedValue>> counts = new ArrayList<>();
    private final List<List<PublishedValue>> margins = new ArrayList<>();

    @Test
    void cellsStandInTheirRowsAndColumnsWithTotals() {
        cell("Wales", "AAA", number(12), number(0), number(1));
        cell("Wales", "BBB", number(422), number(0), number(1));
        cell("South", "AAA", number(44), number(0), number(1));
        cell("South", "BBB", number(1328), number(0), number(1));
        margin("row", "Wales", number(434));
        margin("row", "South", number(1372));
        margin("column", "AAA", number(56));
        margin("column", "BBB", number(1750));

        CrossTableModel model = model(Show.COUNT);

        assertEquals(List.of("AAA", "BBB"), model.columns());
        assertEquals(
                List.of("Wales", "South"),
                model.rows().stream().map(CrossTableModel.Row::label).toList());
        assertEquals("1,328", model.rows().get(1).fields().get(1).text());
        assertEquals("434", model.rows().getFirst().total().text());
        assertEquals(
                List.of("56", "1,750"),
                model.totals().orElseThrow().fields().stream().map(Field::text).toList());
        assertEquals("1,806", model.totals().orElseThrow().total().text());
        assertFalse(model.shows(Tone.HIDDEN, Tone.MORE, Tone.LESS));
    }

    @Test
    void onlyClearDifferencesAreMarkedAndStrongOnesMoreStrongly() {
        cell("A", "clear more", number(10), number(5.9), number(0.049));
        cell("A", "strong more", number(11), number(6), number(0.001));
        cell("A", "clear less", number(12), number(-3), number(0.01));
        cell("A", "strong less", number(0), number(-6.5), number(0));
        cell("A", "not clear", number(14), number(9), number(0.05));
        cell("A", "p hidden", number(15), number(9), HIDDEN);
        cell("A", "residual hidden", number(16), HIDDEN, number(0.001));
        margin("row", "A", number(78));

        assertEquals(
                List.of(
                        new Field("▲ 10", Tone.MORE),
                        new Field("▲ 11", Tone.MUCH_MORE),
                        new Field("▼ 12", Tone.LESS),
                        new Field("▼ 0", Tone.MUCH_LESS),
                        new Field("14", Tone.PLAIN),
                        new Field("15", Tone.PLAIN),
                        new Field("16", Tone.PLAIN)),
                model(Show.COUNT).rows().getFirst().fields());
    }

    @Test
    void aHiddenCellShowsNeitherCountNorMark() {
        cell("A", "x", HIDDEN, number(8), number(0.001));
        cell("A", "y", number(30), number(0), number(1));
        margin("row", "A", HIDDEN);

        for (Show show : Show.values()) {
            assertEquals(Field.HIDDEN, model(show).rows().getFirst().fields().getFirst(), show.name());
            assertTrue(model(show).shows(Tone.HIDDEN));
        }
        assertEquals(Field.HIDDEN, model(Show.COUNT).rows().getFirst().total());
    }

    @Test
    void sharesAreOfTheRowAndHiddenWithItsTotal() {
        cell("A", "x", number(25), number(7), number(0.001));
        cell("B", "x", number(25), number(0), number(1));
        cell("C", "x", number(0), number(0), number(1));
        margin("row", "A", number(200));
        margin("row", "B", HIDDEN);
        margin("row", "C", number(0));

        CrossTableModel model = model(Show.SHARE);

        assertEquals(
                new Field("▲ 12.5", Tone.MUCH_MORE),
                model.rows().get(0).fields().getFirst());
        assertEquals(Field.HIDDEN, model.rows().get(1).fields().getFirst());
        assertEquals("–", model.rows().get(2).fields().getFirst().text());
    }

    @Test
    void residualsHaveOneDecimalAndNoTotals() {
        cell("A", "x", number(25), number(12.0953), number(0.001));
        cell(
                "A",
                "y",
                number(25),
                new PublishedValue.Number(-7.4, new Precision(Precision.Kind.SIGNIFICANT, 1)),
                number(0.001));
        margin("row", "A", number(50));
        margin("column", "x", number(25));

        CrossTableModel model = model(Show.RESIDUAL);

        assertEquals(
                List.of("▲ 12.1", "▼ \u22127"),
                model.rows().getFirst().fields().stream().map(Field::text).toList());
        assertEquals(Field.EMPTY, model.rows().getFirst().total());
        assertEquals(Optional.empty(), model.totals());
    }

    private CrossTableModel model(Show show) {
        return CrossTableModel.of(published(), FIGURE, show, UnaryOperator.identity(), Locale.ENGLISH);
    }

    private void cell(String row, String column, PublishedValue rows, PublishedValue residual, PublishedValue p) {
        counts.add(List.of(new PublishedValue.Label(row), new PublishedValue.Label(column), rows, residual, p));
    }

    private void margin(String axis, String category, PublishedValue rows) {
        margins.add(List.of(new PublishedValue.Term(axis), new PublishedValue.Label(category), rows));
    }

    private static PublishedValue number(double value) {
        return new PublishedValue.Number(value, Precision.EXACT);
    }

    private Published published() {
        PublishedTable cells = new PublishedTable(
                "counts",
                List.of(
                        new TableColumn("row", Kind.LABEL),
                        new TableColumn("column", Kind.LABEL),
                        new TableColumn("rows", Kind.INTEGER),
                        new TableColumn("residual", Kind.DECIMAL),
                        new TableColumn("holm_p", Kind.PROBABILITY)),
                counts);
        PublishedTable totals = new PublishedTable(
                "margins",
                List.of(
                        new TableColumn("axis", Kind.TERM),
                        new TableColumn("category", Kind.LABEL),
                        new TableColumn("rows", Kind.INTEGER)),
                margins);
        PublishedTable statistics = new PublishedTable(
                "statistics",
                List.of(new TableColumn("name", Kind.TERM), new TableColumn("value", Kind.DECIMAL)),
                List.of(List.of(new PublishedValue.Term("rows"), number(1806))));
        return Published.seal(
                new PublicationSeal(),
                List.of(cells, totals, statistics),
                List.of(FIGURE),
                List.of(),
                new Provenance("test", Values.NONE, List.of(), 5, Unit.ROW, 0));
    }
}
