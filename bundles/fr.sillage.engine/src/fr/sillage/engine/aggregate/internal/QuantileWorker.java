package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.measure.internal.Measured;
import fr.sillage.engine.measure.internal.QuantileSearch;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.List;

/** Counts, for a {@link QuantileSearch}, the values of a measured column in all regions. */
final class QuantileWorker implements Parallel.Worker {
    private final RowCells rowCells;
    private final Measured numbers;
    private final double[] values;
    private final FilledCells filled;
    private final int[] firstRegion;
    private final QuantileSearch.Counter counter;

    /** @param firstRegion for each family the number of its first region */
    QuantileWorker(
            ScanPlan plan, Measured numbers, FilledCells filled, int[] firstRegion, QuantileSearch.Counter counter) {
        this.rowCells = new RowCells(plan);
        this.numbers = numbers;
        this.values = new double[plan.rows().table().mostRows()];
        this.filled = filled;
        this.firstRegion = firstRegion;
        this.counter = counter;
    }

    @Override
    public void work(int chunk) {
        rowCells.load(chunk);
        numbers.fill(chunk, values);
        List<Family> families = filled.families();
        rowCells.each((row, number) -> {
            double value = values[row];
            if (!Double.isNaN(value)) {
                int cell = filled.cellOf()[number];
                for (int family = 0; family < firstRegion.length; family++) {
                    counter.add(firstRegion[family] + families.get(family).groupOf()[cell], value);
                }
            }
        });
    }

    QuantileSearch.Counter counter() {
        return counter;
    }
}
