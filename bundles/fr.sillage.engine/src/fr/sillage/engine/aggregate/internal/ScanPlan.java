package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.join.internal.SlotRows;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.measure.internal.MeasuredColumn;
import java.util.List;
import java.util.Optional;

/**
 * What all workers of a scan read.
 *
 * @param rows what is counted
 * @param subject the column that names the person, if there is one
 * @param numbers numbers the cells
 * @param keys how many keys there are
 * @param measured columns that are measured
 * @param overlap whether a row may be in several cells
 * @param nobody no person's number is above; counts only where rows overlap
 */
record ScanPlan(
        SlotRows rows,
        Optional<ColumnCodes> subject,
        CellNumbers numbers,
        int keys,
        List<MeasuredColumn> measured,
        boolean overlap,
        int nobody) {
    /** Whether each row is in one cell at the most, by the codes of all keys in their order. */
    boolean isPlain() {
        return rows.explosions().isEmpty();
    }
}
