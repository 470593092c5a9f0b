package fr.sillage.core.imports;

import fr.sillage.api.Values;
import java.util.Objects;

/**
 * What is done to a column before it is stored.
 *
 * @param anonymizer id of the anonymizer, or {@link #KEEP}
 * @param parameters its parameters
 */
public record Treatment(String anonymizer, Values parameters) {
    /** Stored as it is; refused for direct identifiers. */
    public static final Treatment KEEP = new Treatment("", Values.NONE);

    public Treatment {
        Objects.requireNonNull(anonymizer);
        Objects.requireNonNull(parameters);
    }

    public boolean keeps() {
        return anonymizer.isEmpty();
    }
}
