package fr.sillage.core.internal.overview;

import fr.sillage.api.JobControl;
import java.util.function.BooleanSupplier;

/**
 * Work that nobody watches: each column is told.
 *
 * @param by whether it is to end
 */
record Ended(BooleanSupplier by) implements JobControl {
    @Override
    public void progress(double fraction) {
        // each column is told
    }

    @Override
    public boolean cancelled() {
        return by.getAsBoolean();
    }
}
