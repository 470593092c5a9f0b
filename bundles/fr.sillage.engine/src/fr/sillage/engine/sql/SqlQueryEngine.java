package fr.sillage.engine.sql;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.sql.internal.SqlAggregate;
import fr.sillage.engine.sql.internal.SqlColumns;
import fr.sillage.engine.sql.internal.SqlSingleRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Answers queries by SQL over tables of a database, as the engine of the silos does over theirs: nobody who asks
 * notices which one answers. It knows texts and parameters; who runs them is behind {@link SqlRunner}. Thread-safe where
 * that is.
 */
public final class SqlQueryEngine implements QueryEngine {
    private final SqlColumns columns;
    private final SqlRunner runner;
    private final long answers;

    /**
     * @param slots for each slot the table that fills it
     * @param answers bytes that an answer of single rows may take; one that takes more is refused
     */
    public SqlQueryEngine(Map<String, SqlTable> slots, SqlDialect dialect, SqlRunner runner, long answers) {
        Map<String, String> aliases = new HashMap<>();
        slots.keySet().stream().sorted().forEach(slot -> aliases.put(slot, "t" + aliases.size()));
        this.columns = new SqlColumns(Map.copyOf(slots), Map.copyOf(aliases), Objects.requireNonNull(dialect));
        this.runner = Objects.requireNonNull(runner);
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("unchecked") // the sealed query fixes what the answer is
    public <R> R answer(Query<R> query, JobControl job) {
        job.check();
        SqlSingleRows rows = new SqlSingleRows(columns, answers, runner, job);
        return switch (query) {
            case Query.Aggregate aggregate ->
                (R) SqlAggregate.of(aggregate, columns, runner, job).answer();
            case Query.Sequences sequences -> (R) rows.answer(sequences);
            case Query.Texts texts -> (R) rows.answer(texts);
            case Query.Frame frame -> (R) rows.answer(frame);
        };
    }

    @Override
    public Cells overlaps(String slot, List<? extends Key> by, List<Filter> groups, JobControl job) {
        job.check();
        return SqlAggregate.overlaps(slot, by, groups, columns, runner, job).answer();
    }
}
