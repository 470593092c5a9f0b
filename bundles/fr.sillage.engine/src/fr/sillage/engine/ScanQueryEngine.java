package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.engine.query.internal.AggregateScan;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers queries by scanning the columns that they name, and the one that names the person. Thread-safe. */
public final class ScanQueryEngine implements QueryEngine {
    private static final long LEAST_MEMORY = 16L << 20;

    private final Map<String, TableChunks> slots;
    private final long memory;

    /** @param slots for each slot the table that fills it */
    public ScanQueryEngine(Map<String, StoredTable> slots) {
        this(slots, Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 8));
    }

    /** @param memory bytes that a query may use beside its answer and the columns; with less it scans more often */
    ScanQueryEngine(Map<String, StoredTable> slots, long memory) {
        this.slots = slots.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new TableChunks(entry.getValue())));
        this.memory = memory;
    }

    @Override
    @SuppressWarnings("unchecked") // the sealed query fixes what the answer is
    public <R> R answer(Query<R> query, JobControl job) {
        return switch (query) {
            case Query.Aggregate aggregate -> (R) cells(aggregate, job);
        };
    }

    private Cells cells(Query.Aggregate aggregate, JobControl job) {
        TableChunks table = table(aggregate.by().getFirst().slot());
        List<Field> fields = table.table().fields();
        return AggregateScan.of(aggregate, table, field -> column(fields, field), subject(fields), memory, job)
                .count();
    }

    @Override
    public Cells overlaps(String slot, List<? extends Key> by, List<Filter> groups, JobControl job) {
        TableChunks table = table(slot);
        List<Field> fields = table.table().fields();
        return AggregateScan.overlaps(
                        slot, by, groups, table, field -> column(fields, field), subject(fields), memory, job)
                .count();
    }

    private TableChunks table(String slot) {
        TableChunks table = slots.get(slot);
        if (table == null) {
            throw new IllegalArgumentException("no slot " + slot);
        }
        return table;
    }

    private static OptionalInt subject(List<Field> fields) {
        return find(fields, field -> field.roles().contains(RoleId.SUBJECT));
    }

    private static int column(List<Field> fields, FieldRef wanted) {
        return find(fields, field -> field.name().equals(wanted.column()))
                .orElseThrow(() -> new IllegalArgumentException("no column " + wanted.column()));
    }

    private static OptionalInt find(List<Field> fields, Predicate<Field> wanted) {
        return IntStream.range(0, fields.size())
                .filter(i -> wanted.test(fields.get(i)))
                .findFirst();
    }
}
