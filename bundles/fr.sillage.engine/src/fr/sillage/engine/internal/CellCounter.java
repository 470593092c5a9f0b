package fr.sillage.engine.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Counts rows and distinct persons of every cell, margin and the total over whole columns. */
public final class CellCounter {
    private static final int ROWS_BETWEEN_CHECKS = 65_536;

    private final List<CodedColumn> keys;
    private final Optional<CodedColumn> subject;
    private final int rows;
    private final JobControl job;

    /** @param subject who each row is about; empty where no column says it */
    public CellCounter(List<CodedColumn> keys, Optional<CodedColumn> subject, int rows, JobControl job) {
        this.keys = keys;
        this.subject = subject;
        this.rows = rows;
        this.job = job;
    }

    public Cells count(Query.Aggregate query) {
        int[] cellOf = new int[rows];
        int columns = keys.size() == 2 ? keys.get(1).labels().size() : 1;
        if ((long) keys.getFirst().labels().size() * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("too many combinations of categories");
        }
        for (int row = 0; row < rows; row++) {
            if (row % ROWS_BETWEEN_CHECKS == 0) {
                job.check();
            }
            int first = keys.getFirst().codes()[row];
            int second = keys.size() == 2 ? keys.get(1).codes()[row] : 0;
            cellOf[row] = first < 0 || second < 0 ? -1 : first * columns + second;
        }
        List<Cell> found = new ArrayList<>();
        boolean two = keys.size() == 2;
        found.addAll(groups(cellOf, code -> two ? Region.of(code / columns, code % columns) : Region.of(code)));
        if (two) {
            found.addAll(groups(mapped(cellOf, code -> code / columns), code -> Region.of(code, Region.ALL)));
            found.addAll(groups(mapped(cellOf, code -> code % columns), code -> Region.of(Region.ALL, code)));
        }
        Region total = two ? Region.of(Region.ALL, Region.ALL) : Region.of(Region.ALL);
        found.addAll(groups(mapped(cellOf, code -> 0), code -> total));
        Region none = new Region(java.util.Collections.nCopies(keys.size(), Region.MISSING));
        List<Cell> missing = groups(inverted(cellOf), code -> none);
        return new Cells(query.by(), query.unit(), keys.stream().map(CodedColumn::labels).toList(), found,
                subject.isPresent(), missing.isEmpty() ? new Cell(none, 0, 0) : missing.getFirst());
    }

    private static int[] mapped(int[] cells, java.util.function.IntUnaryOperator to) {
        return Arrays.stream(cells).map(code -> code < 0 ? -1 : to.applyAsInt(code)).toArray();
    }

    private static int[] inverted(int[] cells) {
        return Arrays.stream(cells).map(code -> code < 0 ? 0 : -1).toArray();
    }

    /** Rows and distinct persons by group, by sorting pairs of group and person; a row without a person is one. */
    private List<Cell> groups(int[] groupOf, java.util.function.IntFunction<Region> region) {
        job.check();
        int people = subject.map(s -> s.labels().size()).orElse(0);
        long[] pairs = new long[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (groupOf[row] >= 0) {
                int known = subject.isPresent() ? subject.get().codes()[row] : -1;
                // a person beyond all known ones stands for each row that names nobody
                long person = known >= 0 ? known : (long) people + row;
                pairs[count++] = (long) groupOf[row] << 32 | person & 0xFFFF_FFFFL;
            }
        }
        Arrays.sort(pairs, 0, count);
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        while (from < count) {
            int group = (int) (pairs[from] >> 32);
            int at = from;
            long persons = 0;
            for (; at < count && (int) (pairs[at] >> 32) == group; at++) {
                if (at == from || pairs[at] != pairs[at - 1]) {
                    persons++;
                }
            }
            cells.add(new Cell(region.apply(group), at - from, persons));
            from = at;
        }
        return cells;
    }
}
