package fr.sillage.core.imports;

import fr.sillage.core.silo.DataSetId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the rows of an import go.
 *
 * @param dataSet id of the data set that gets a further version; empty for a new one
 */
public record Target(ImportMode mode, String dataSet) {
    public static final Target NEW = new Target(ImportMode.NEW, "");

    public Target {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(dataSet);
        if ((mode == ImportMode.NEW) != dataSet.isEmpty()) {
            throw new IllegalArgumentException("a further version is one of a data set");
        }
    }

    public static Target of(ImportMode mode, DataSetId dataSet) {
        return mode == ImportMode.NEW ? NEW : new Target(mode, dataSet.value().toString());
    }

    /** The data set that gets a further version. */
    public Optional<DataSetId> existing() {
        return dataSet.isEmpty() ? Optional.empty() : Optional.of(new DataSetId(UUID.fromString(dataSet)));
    }
}
