package fr.sillage.analysis.crossing.internal;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.core.gate.rare.RareCategories;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A published crossing as a reader sees it: positions instead of labels, and what is hidden. */
final class Seen {
    private final Published published;
    private final List<String> rowLabels = new ArrayList<>();
    private final List<String> columnLabels = new ArrayList<>();

    Seen(Published published) {
        this.published = published;
        PublishedTable margins = published.table("margins");
        for (List<PublishedValue> line : margins.rows()) {
            boolean row = line.get(margins.column("axis")).equals(new PublishedValue.Term("rows"));
            (row ? rowLabels : columnLabels).add(label(line.get(margins.column("category"))));
        }
    }

    private static String label(PublishedValue value) {
        return value instanceof PublishedValue.Label label ? label.text() : RareCategories.NAME;
    }

    Published published() {
        return published;
    }

    int rows() {
        return rowLabels.size();
    }

    int columns() {
        return columnLabels.size();
    }

    List<String> rowLabels() {
        return rowLabels;
    }

    List<String> columnLabels() {
        return columnLabels;
    }

    /** What is counted. */
    String unit() {
        return published.provenance().unit() == Unit.ROW ? "rows" : "persons";
    }

    boolean isHidden(int row, int column) {
        return flag("counts", row * columns() + column);
    }

    boolean isRowHidden(int row) {
        return flag("margins", row);
    }

    boolean isColumnHidden(int column) {
        return flag("margins", rows() + column);
    }

    private boolean flag(String table, int line) {
        PublishedTable found = published.table(table);
        return ((PublishedValue.Flag) found.rows().get(line).get(found.column("hidden"))).set();
    }

    PublishedValue cell(int row, int column, String measure) {
        PublishedTable counts = published.table("counts");
        return counts.rows().get(row * columns() + column).get(counts.column(measure));
    }

    PublishedValue margin(int line, String measure) {
        PublishedTable margins = published.table("margins");
        return margins.rows().get(line).get(margins.column(measure));
    }

    PublishedValue statistic(String name) {
        return published.table("statistics").rows().stream()
                .filter(line -> line.getFirst().equals(new PublishedValue.Term(name)))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    static OptionalDouble number(PublishedValue value) {
        return value instanceof PublishedValue.Number number
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    /** Whether any number at all is to be seen. */
    boolean showsNumbers() {
        return published.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .anyMatch(PublishedValue.Number.class::isInstance);
    }

    /** Whether a number that follows from hidden cells is to be seen, rounded. */
    boolean showsRounded() {
        return published.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .anyMatch(value -> value instanceof PublishedValue.Number number
                        && number.precision().kind() != Precision.Kind.EXACT);
    }
}
