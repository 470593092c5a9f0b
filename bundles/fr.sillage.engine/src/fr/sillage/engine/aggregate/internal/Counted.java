package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.measure.internal.MeasureTaker;
import java.util.List;

/**
 * What was counted.
 *
 * @param filled cells and their families; there may be such without rows
 * @param rows for each family those of its regions
 * @param persons for each family the different persons of its regions; rows where no column names them
 * @param measures what was added up, part by part
 * @param contributions for each measured column what persons contribute, part by part
 * @param missing rows that lack a key, and their persons
 * @param excluded rows that the filter or a link leaves out, and their persons
 */
record Counted(
        FilledCells filled,
        List<long[]> rows,
        List<long[]> persons,
        List<MeasureTaker> measures,
        List<List<Contributions>> contributions,
        Outside missing,
        Outside excluded) {
    /** What is in no cell. */
    record Outside(long rows, long persons) {}
}
