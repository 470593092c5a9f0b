package fr.sillage.api.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A table of a draft.
 *
 * @param id for machines; people read the text {@code table.ID} of the analysis's resource bundle
 * @param rows each as long as the columns
 */
public record Table(String id, List<TableColumn> columns, List<List<Value>> rows) {
    public Table {
        Objects.requireNonNull(id);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
