package fr.sillage.core.overview;

import fr.sillage.core.silo.DataSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A data set with what its columns hold.
 *
 * @param columns by place in the data set; empty where one could not be computed
 */
public record DataSetOverview(DataSet dataSet, List<Optional<ColumnOverview>> columns) {
    public DataSetOverview {
        Objects.requireNonNull(dataSet);
        columns = List.copyOf(columns);
    }
}
