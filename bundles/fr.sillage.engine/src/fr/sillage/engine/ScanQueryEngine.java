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
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers queries by scanning the columns that they name, and the one that names the person. Thread-safe. */
public final class ScanQueryEngine implements QueryEngine {
    private final Map<String, TableReader> slots;

    /** @param slots for each slot the table that fills it */
    public ScanQueryEngine(Map<String, StoredTable> slots) {
        this.slots = slots.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new TableReader(entry.getValue())));
    }

    @Override
    @SuppressWarnings("unchecked") // the sealed query fixes what the answer is
    public <R> R answer(Query<R> query, JobControl job) {
        return switch (query) {
            case Query.Aggregate aggregate -> (R) cells(aggregate, job);
        };
    }

    private Cells cells(Query.Aggregate aggregate, JobControl job) {
        TableReader reader = reader(aggregate.by().getFirst().slot());
        List<Field> fields = reader.table().fields();
        return AggregateScan.of(aggregate, reader, field -> column(fields, field), subject(fields), job)
                .count();
    }

    @Override
    public Cells overlaps(String slot, List<? extends Key> by, List<Filter> groups, JobControl job) {
        TableReader reader = reader(slot);
        List<Field> fields = reader.table().fields();
        return AggregateScan.overlaps(slot, by, groups, reader, field -> column(fields, field), subject(fields), job)
                .count();
    }

    private TableReader reader(String slot) {
        TableReader reader = slots.get(slot);
        if (reader == null) {
            throw new IllegalArgumentException("no slot " + slot);
        }
        return reader;
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
