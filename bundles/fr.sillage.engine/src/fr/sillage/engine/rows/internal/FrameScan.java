package fr.sillage.engine.rows.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.NumericFrame;
import fr.sillage.api.query.Query;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@link Query.Frame}: counts the rows, gives each a place that tells nothing, and scans again to put them there.
 * Used once.
 */
public final class FrameScan {
    private static final double COUNTED = 0.4;

    private final Query.Frame query;
    private final SlotTable table;
    private final RowSet taken;
    private final List<FrameColumn> columns;
    private final Optional<ColumnCodes> units;
    private final AnswerBudget budget;
    private final JobControl job;

    /**
     * @param memory bytes that the answer may take
     * @throws IllegalArgumentException where a column is not there or names persons
     */
    public FrameScan(Query.Frame query, SlotTable table, long memory, JobControl job) {
        this.query = query;
        this.table = table;
        this.job = job;
        this.budget = new AnswerBudget(memory);
        this.taken = new Filters(table).rows(query.filter());
        this.columns = query.columns().stream()
                .map(column -> FrameColumn.of(table, table.nameless(column)))
                .toList();
        this.units = query.unit().map(unit -> Keys.persons(table.chunks(), table.column(unit)));
    }

    /** @throws fr.sillage.api.query.AnswerTooLargeException where it takes more memory than it may */
    public NumericFrame answer() {
        units.ifPresent(unit -> unit.prepare(job));
        int chunks = table.chunks().chunks();
        Places places = new Places(chunks);
        new Parallel(job, 0, COUNTED)
                .each(chunks, Integer.MAX_VALUE, () -> chunk -> places.count(chunk, taken.of(chunk)));
        int highest = units.map(ColumnCodes::highest).orElse(0);
        long bytesOfRow = 2L * Integer.BYTES + (long) Double.BYTES * columns.size();
        int size = budget.requireRows(places.rows(), bytesOfRow);
        budget.require(size * bytesOfRow + (long) Integer.BYTES * highest);
        columns.forEach(column -> column.prepare(taken, job));
        places.shuffle();
        double[][] values = new double[columns.size()][size];
        int[] unitOf = new int[size];
        new Parallel(job, COUNTED, 1).each(chunks, Integer.MAX_VALUE, () -> new Placer(places, values, unitOf));
        FirstSeen seen = new FirstSeen(highest);
        for (int row = 0; row < size; row++) {
            unitOf[row] = seen.numberOf(unitOf[row]);
        }
        job.progress(1);
        return new NumericFrame(
                query.columns(), columns.stream().map(FrameColumn::labels).toList(), values, unitOf, seen.size());
    }

    /** Puts rows into their places. Used by one thread. */
    private final class Placer implements Parallel.Worker {
        private final Places places;
        private final double[][] values;
        private final int[] unitOf;
        private final double[] ofColumn;
        private final int[] ofUnit;

        Placer(Places places, double[][] values, int[] unitOf) {
            this.places = places;
            this.values = values;
            this.unitOf = unitOf;
            int most = table.chunks().mostRows();
            this.ofColumn = new double[most];
            this.ofUnit = new int[most];
        }

        @Override
        public void work(int chunk) {
            long[] rows = taken.of(chunk);
            for (int column = 0; column < values.length; column++) {
                columns.get(column).fill(chunk, ofColumn);
                double[] into = values[column];
                places.each(chunk, rows, (row, place) -> into[place] = ofColumn[row]);
            }
            units.ifPresent(unit -> unit.fill(chunk, ofUnit));
            places.each(chunk, rows, (row, place) -> unitOf[place] = ofUnit[row]);
        }
    }
}
