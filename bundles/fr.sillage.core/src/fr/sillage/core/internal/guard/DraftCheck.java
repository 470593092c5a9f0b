package fr.sillage.core.internal.guard;

import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a draft must be before the gate and the screen can do anything with it. */
final class DraftCheck {
    private DraftCheck() {}

    /** What is wrong, for the developer; empty where nothing is. */
    static Optional<String> fault(Draft draft) {
        Map<String, Set<String>> columns = new HashMap<>();
        for (Table table : draft.tables()) {
            List<String> names = table.columns().stream().map(TableColumn::name).toList();
            if (columns.put(table.id(), Set.copyOf(names)) != null) {
                return Optional.of("two tables named " + table.id());
            }
            if (table.rows().stream().anyMatch(row -> row.size() != names.size())) {
                return Optional.of("a row of the table " + table.id() + " that is not as long as its columns");
            }
        }
        return draft.figures().stream()
                .filter(figure -> !isIn(columns, figure))
                .findFirst()
                .map(figure -> "the figure " + figure.id() + " names a table or column that is not there");
    }

    private static boolean isIn(Map<String, Set<String>> columns, Figure figure) {
        return columns.containsKey(figure.table())
                && columns.get(figure.table())
                        .containsAll(Stream.of(figure.category(), figure.series(), figure.value())
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.toSet()));
    }
}
