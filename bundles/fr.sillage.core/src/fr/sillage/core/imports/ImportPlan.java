package fr.sillage.core.imports;

import fr.sillage.api.Values;
import java.util.List;
import java.util.Objects;

/**
 * How a file becomes a data set.
 *
 * @param dataSet name of the data set to make
 * @param source id of the source
 * @param settings the source's settings
 * @param columns one for each column of the file, in its order
 * @param attribution source and licence to be shown; may be empty
 */
public record ImportPlan(String dataSet, String source, Values settings, List<ColumnPlan> columns, String attribution) {
    public ImportPlan {
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(source);
        Objects.requireNonNull(settings);
        columns = List.copyOf(columns);
        Objects.requireNonNull(attribution);
    }

    /** Of the columns of the file. */
    public List<String> names() {
        return columns.stream().map(ColumnPlan::column).toList();
    }
}
