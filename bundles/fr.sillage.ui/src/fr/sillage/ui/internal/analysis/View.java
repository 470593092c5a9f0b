package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.figure.FigureOrder;
import fr.sillage.ui.internal.analysis.CrossOrder.Sort;
import fr.sillage.ui.internal.analysis.CrossTableModel.Show;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a crossing is looked at: what the table shows and what both axes are sorted by.
 */
record View(Show show, Sort rows, Sort columns) {
    static final View FIRST = new View(Show.COUNT, Sort.LABEL, Sort.LABEL);

    private static final String SHOW = "show";
    private static final String ROWS = "sort.rows";
    private static final String COLUMNS = "sort.columns";

    /** As it was kept; what is not known is as at first. */
    static View of(Values kept) {
        return new View(
                known(kept, SHOW, Show.values(), FIRST.show()),
                known(kept, ROWS, Sort.values(), FIRST.rows()),
                known(kept, COLUMNS, Sort.values(), FIRST.columns()));
    }

    private static <E extends Enum<E>> E known(Values kept, String name, E[] all, E otherwise) {
        return Stream.of(all)
                .filter(one -> kept.get(name).filter(one.name()::equals).isPresent())
                .findFirst()
                .orElse(otherwise);
    }

    /** To be kept. */
    Values values() {
        return new Values(Map.of(SHOW, show.name(), ROWS, rows.name(), COLUMNS, columns.name()));
    }

    View showing(Show other) {
        return new View(other, rows, columns);
    }

    View rowsBy(Sort other) {
        return new View(show, other, columns);
    }

    View columnsBy(Sort other) {
        return new View(show, rows, other);
    }

    /** @param terms the reader's word for a term's id */
    FigureOrder order(Published published, Figure figure, UnaryOperator<String> terms) {
        return CrossOrder.of(published, figure, rows, columns, terms);
    }
}
