package fr.sillage.core.imports;

import java.util.List;

/** A target as it was kept before there were keys, in silos of formats up to 7. */
public record FirstTarget(ImportMode mode, String dataSet) {
    public Target target() {
        return new Target(mode, dataSet, List.of());
    }
}
