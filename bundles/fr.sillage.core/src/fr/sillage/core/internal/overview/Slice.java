package fr.sillage.core.internal.overview;

import fr.sillage.api.analysis.Value;
import fr.sillage.api.query.Filter;
import java.util.Objects;

/**
 * Rows that belong together: of a value, a band, a period, or without a value.
 *
 * @param name as it is shown
 * @param filter takes these rows and no others
 * @param persons distinct persons in them
 */
record Slice(Value name, Filter filter, long rows, long persons) {
    Slice {
        Objects.requireNonNull(name);
        Objects.requireNonNull(filter);
    }
}
