package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an engine, and holds what the gate asks again at every question whatever its filter: all rows of a table by one
 * key. It is held where the table's decoded columns are, within their budget and share of the community, and goes when
 * they go: with a version that is deleted, or a person who is erased.
 */
final class HeldCounts implements QueryEngine {
    /** More categories than that are rather counted anew than held instead of columns. */
    private static final int MOST_CELLS = 20_000;

    private static final long CELL_BYTES = 200;
    private static final Filter NONE = new Filter.Not(Filter.ALL);

    private final QueryEngine engine;
    private final Map<String, StoredTable> tables;

    private HeldCounts(QueryEngine engine, Map<String, StoredTable> tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /** An engine over the tables that fill the slots. */
    static QueryEngine over(Map<String, StoredTable> tables) {
        return new HeldCounts(new ScanQueryEngine(tables), Map.copyOf(tables));
    }

    private record Asked(TableId table, Query.Aggregate query) implements SharedCache.Key {}

    private record Counts(Cells cells) implements SharedCache.Held {
        @Override
        public long bytes() {
            long texts = cells.labels(0).stream()
                    .mapToLong(label -> 2L * label.length())
                    .sum();
            return cells.filled().size() * CELL_BYTES + texts;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a query of that kind has that answer
    public <R> R answer(Query<R> query, JobControl job) {
        return query instanceof Query.Aggregate aggregate && isOfAllRows(aggregate)
                ? (R) held(aggregate, job)
                : engine.answer(query, job);
    }

    private boolean isOfAllRows(Query.Aggregate query) {
        return query.by().size() == 1
                && query.of().isEmpty()
                && query.links().isEmpty()
                && (query.filter().equals(Filter.ALL) || query.filter().equals(NONE))
                && tables.containsKey(query.by().getFirst().slot());
    }

    private Cells held(Query.Aggregate query, JobControl job) {
        StoredTable table = tables.get(query.by().getFirst().slot());
        SharedCache.Share share = table.store().columns();
        Asked asked = new Asked(table.id(), query);
        Optional<Counts> found = share.find(asked, Counts.class);
        if (found.isPresent()) {
            return found.get().cells();
        }
        long before = share.cleared();
        Cells cells = engine.answer(query, job);
        if (cells.filled().size() <= MOST_CELLS) {
            share.keep(asked, new Counts(cells), before);
        }
        return cells;
    }

    @Override
    public Cells overlaps(String slot, List<? extends Key> by, List<Filter> groups, JobControl job) {
        return engine.overlaps(slot, by, groups, job);
    }
}
