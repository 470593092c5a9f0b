package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.join.internal.ChoiceCodes;
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
 * @param numbers numbers the cells; where rows overlap all regions ({@link ChosenRegions})
 * @param choices of each key, empty where a row has one value of it at the most
 * @param measured columns that are measured
 */
record ScanPlan(
        SlotRows rows,
        Optional<ColumnCodes> subject,
        CellNumbers numbers,
        List<Optional<ChoiceCodes>> choices,
        List<MeasuredColumn> measured) {
    /** Whether a row may have several values of a key: then it is counted in each region by itself. */
    boolean overlap() {
        return choices.stream().anyMatch(Optional::isPresent);
    }

    /** Whether each row is in one cell at the most, by the codes of all keys in their order. */
    boolean isPlain() {
        return rows.explosions().isEmpty() && !overlap();
    }
}
