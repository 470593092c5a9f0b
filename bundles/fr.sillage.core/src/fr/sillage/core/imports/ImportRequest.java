package fr.sillage.core.imports;

import java.util.Objects;

/**
 * All that a person decided about an import.
 *
 * @param acceptRejects whether to go on with more than one rejected row in a hundred
 */
public record ImportRequest(ImportPlan plan, Target target, boolean acceptRejects) {
    public ImportRequest {
        Objects.requireNonNull(plan);
        Objects.requireNonNull(target);
    }

    public ImportRequest accepting() {
        return new ImportRequest(plan, target, true);
    }
}
