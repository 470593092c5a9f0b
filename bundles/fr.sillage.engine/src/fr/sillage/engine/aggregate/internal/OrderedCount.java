package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.cell.internal.CellNumbers;
import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.join.internal.OneJoin;
import fr.sillage.engine.measure.internal.Contributions;
import fr.sillage.engine.order.internal.OrderedChunks;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Counts rows and persons in one scan, over a table that is read person after person and whose cells and margins are few.
 * Used once.
 */
final class OrderedCount {
    /** Most regions, whether they have rows or not. */
    private static final long MOST_REGIONS = 1 << 16;

    private final ScanPlan plan;
    private final OrderedChunks table;
    private final JobControl job;

    private OrderedCount(ScanPlan plan, OrderedChunks table, JobControl job) {
        this.plan = plan;
        this.table = table;
        this.job = job;
    }

    /** Empty where the plan's table is not in the order of persons or there may be too many cells. */
    static Optional<OrderedCount> of(ScanPlan plan, JobControl job) {
        return plan.rows().table() instanceof OrderedChunks table && hasFewRegions(plan.numbers())
                ? Optional.of(new OrderedCount(plan, table, job))
                : Optional.empty();
    }

    private static boolean hasFewRegions(CellNumbers numbers) {
        long regions = 1;
        for (int codes : numbers.highest()) {
            regions = Math.min(MOST_REGIONS + 1, regions * (codes + 1L));
        }
        return numbers.isDense() && regions <= MOST_REGIONS;
    }

    Counted count() {
        FilledCells cells = FilledCells.all(plan.numbers(), !plan.overlap());
        Optional<OneJoin> join = plan.overlap()
                ? Optional.empty()
                : OneJoin.of(plan.rows(), plan.numbers().highest());
        List<OrderedWorker> workers = new Parallel(job, 0, 1)
                .each(table.chunks(), Integer.MAX_VALUE, () -> new OrderedWorker(plan, join, table, cells.families()));
        long[] rowsOfCells = FilledCells.sum(
                plan.numbers().size(), workers.stream().map(OrderedWorker::rows).toList());
        long[] aloneOfCells = FilledCells.sum(
                plan.numbers().size(),
                workers.stream().map(OrderedWorker::alone).toList());
        List<long[]> rows = new ArrayList<>();
        List<long[]> persons = new ArrayList<>();
        for (int f = 0; f < cells.families().size(); f++) {
            Family family = cells.families().get(f);
            int at = f;
            rows.add(family.sums(rowsOfCells));
            long[] named = FilledCells.sum(
                    family.size(),
                    workers.stream().map(worker -> worker.persons(at)).toList());
            long[] nameless = family.sums(aloneOfCells);
            Arrays.setAll(named, region -> named[region] + nameless[region]);
            persons.add(named);
        }
        List<List<Contributions>> contributions = new ArrayList<>();
        for (int column = 0; column < plan.measured().size(); column++) {
            int at = column;
            contributions.add(
                    workers.stream().map(worker -> worker.contributions(at)).toList());
        }
        return new Counted(
                cells,
                rows,
                persons,
                workers.stream().map(OrderedWorker::measures).toList(),
                contributions,
                outside(workers.stream().map(OrderedWorker::missing).toList()),
                outside(workers.stream().map(OrderedWorker::excluded).toList()));
    }

    /** No person is in the chunks of two workers. */
    private static Counted.Outside outside(List<Counted.Outside> parts) {
        return new Counted.Outside(
                parts.stream().mapToLong(Counted.Outside::rows).sum(),
                parts.stream().mapToLong(Counted.Outside::persons).sum());
    }
}
