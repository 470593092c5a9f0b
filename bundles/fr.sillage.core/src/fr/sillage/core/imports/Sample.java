package fr.sillage.core.imports;

import fr.sillage.api.data.Column;
import java.util.List;

/**
 * The first rows of a file as they stand there. Holds raw values: for the person who imports, never stored.
 *
 * @param names of the columns
 * @param columns one for each name, all of one length; rows that the source rejects are left out
 */
public record Sample(List<String> names, List<Column.Texts> columns) {
    public Sample {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        if (names.size() != columns.size()) {
            throw new IllegalArgumentException("names and columns of different numbers");
        }
    }

    /** No rows of the planned columns. */
    public static Sample empty(ImportPlan plan) {
        List<String> names =
                plan.columns().stream().map(column -> column.field().name()).toList();
        return new Sample(
                names,
                names.stream().map(name -> new Column.Texts(new String[0])).toList());
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    @Override
    public String toString() {
        return "sample of " + rows() + " rows";
    }
}
