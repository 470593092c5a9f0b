package fr.sillage.ui.internal.analysis;

import fr.sillage.core.silo.DataSetId;
import java.util.Optional;
import java.util.UUID;

/**
 * What the analysis page is opened with: {@code ANALYSIS|DATASET}.
 *
 * @param analysis id or short name
 */
record PageArgument(String analysis, DataSetId dataSet) {
    /** Empty where the text is something else. */
    static Optional<PageArgument> of(String argument) {
        int bar = argument.lastIndexOf('|');
        if (bar <= 0) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(argument.substring(bar + 1));
            return Optional.of(new PageArgument(argument.substring(0, bar), new DataSetId(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
