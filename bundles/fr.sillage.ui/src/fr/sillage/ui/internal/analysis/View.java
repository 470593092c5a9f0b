package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.figure.FigureOrder;
import fr.sillage.ui.internal.analysis.CrossOrder.Sort;
import fr.sillage.ui.internal.analysis.CrossTableModel.Show;
import java.util.function.UnaryOperator;

/**
 * How a crossing is looked at: what the table shows and what both axes are sorted by.
 */
record View(Show show, Sort rows, Sort columns) {
    static final View FIRST = new View(Show.COUNT, Sort.LABEL, Sort.LABEL);

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
