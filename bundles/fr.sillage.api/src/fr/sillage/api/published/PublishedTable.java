package fr.sillage.api.published;

import fr.sillage.api.analysis.TableColumn;
import java.util.List;
import java.util.Objects;

/** A table after the gate. */
public record PublishedTable(String id, List<TableColumn> columns, List<List<PublishedValue>> rows) {
    public PublishedTable {
        Objects.requireNonNull(id);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** @throws IllegalArgumentException where there is no such column */
    public int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name + " in " + id);
    }
}
