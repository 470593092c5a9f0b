package fr.sillage.core.analysis;

import fr.sillage.engine.StoredTable;
import java.util.Objects;

/**
 * A table that fills a slot.
 *
 * @param name name of the data set or file, for the provenance
 * @param version counts its imports from 1
 */
public record SlotTable(String name, int version, StoredTable table) {
    public SlotTable {
        Objects.requireNonNull(name);
        Objects.requireNonNull(table);
    }
}
