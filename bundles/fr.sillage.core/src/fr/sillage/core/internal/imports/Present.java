package fr.sillage.core.internal.imports;

import fr.sillage.core.imports.ImportException;
import fr.sillage.engine.StoredTable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that are stored already and of which a version goes on.
 *
 * @param keys names of columns: rows whose key comes again are left out; none where all stay
 */
record Present(StoredTable table, List<String> keys) {
    Present {
        keys = List.copyOf(keys);
    }

    boolean byKey() {
        return !keys.isEmpty();
    }

    /**
     * The places of the key's columns.
     *
     * @throws ImportException where one is not there
     */
    List<Integer> columns() throws ImportException {
        List<String> names = table.fields().stream().map(field -> field.name()).toList();
        List<String> gone = keys.stream().filter(key -> !names.contains(key)).toList();
        if (!gone.isEmpty()) {
            throw FileReading.refused("plan.key.gone", gone.stream().collect(Collectors.joining(", ")));
        }
        return keys.stream().map(names::indexOf).toList();
    }
}
