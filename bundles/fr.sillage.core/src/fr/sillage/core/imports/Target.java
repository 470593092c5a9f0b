package fr.sillage.core.imports;

import fr.sillage.core.silo.DataSetId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the rows of an import go.
 *
 * @param dataSet id of the data set that gets a further version; empty for a new one
 * @param keys names, as they are stored, of the columns by which rows are the same; for {@link ImportMode#REPLACE_BY_KEY}
 *     alone
 */
public record Target(ImportMode mode, String dataSet, List<String> keys) {
    /** So many columns make a key at the most. */
    public static final int MOST_KEYS = 4;

    public static final Target NEW = new Target(ImportMode.NEW, "", List.of());

    public Target {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(dataSet);
        keys = List.copyOf(keys);
        if ((mode == ImportMode.NEW) != dataSet.isEmpty()) {
            throw new IllegalArgumentException("a further version is one of a data set");
        }
        if ((mode == ImportMode.REPLACE_BY_KEY) == keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("a key where rows are replaced by key");
        }
    }

    public static Target of(ImportMode mode, DataSetId dataSet) {
        return mode == ImportMode.NEW ? NEW : new Target(mode, dataSet.value().toString(), List.of());
    }

    /** Rows of a data set with the same key as a row of the file are replaced. */
    public static Target byKey(DataSetId dataSet, List<String> keys) {
        return new Target(ImportMode.REPLACE_BY_KEY, dataSet.value().toString(), keys);
    }

    /** The data set that gets a further version. */
    public Optional<DataSetId> existing() {
        return dataSet.isEmpty() ? Optional.empty() : Optional.of(new DataSetId(UUID.fromString(dataSet)));
    }
}
