package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.engine.internal.CellCounter;
import fr.sillage.engine.internal.CodedColumn;
import fr.sillage.engine.internal.ColumnReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers queries by scanning the columns that they name, and no others. */
public final class ScanQueryEngine implements QueryEngine {
    private final Map<String, StoredTable> slots;

    /** @param slots for each slot the table that fills it */
    public ScanQueryEngine(Map<String, StoredTable> slots) {
        this.slots = Map.copyOf(slots);
    }

    @Override
    @SuppressWarnings("unchecked") // the sealed query fixes what the answer is
    public <R> R answer(Query<R> query, JobControl job) {
        return switch (query) {
            case Query.Aggregate aggregate -> (R) cells(aggregate, job);
        };
    }

    private Cells cells(Query.Aggregate aggregate, JobControl job) {
        StoredTable table = slots.get(aggregate.by().getFirst().slot());
        if (table == null) {
            throw new IllegalArgumentException("no slot " + aggregate.by().getFirst().slot());
        }
        List<CodedColumn> keys = new ArrayList<>();
        for (FieldRef key : aggregate.by()) {
            keys.add(new ColumnReader(table, column(table, key.column()), job).read());
            job.progress(keys.size() / (aggregate.by().size() + 2.0));
        }
        return new CellCounter(keys, subject(table, job), (int) table.rows(), job).count(aggregate);
    }

    private static Optional<CodedColumn> subject(StoredTable table, JobControl job) {
        for (int i = 0; i < table.fields().size(); i++) {
            if (table.fields().get(i).roles().contains(RoleId.SUBJECT)) {
                return Optional.of(new ColumnReader(table, i, job).read());
            }
        }
        return Optional.empty();
    }

    private static int column(StoredTable table, String name) {
        List<String> names = table.fields().stream().map(Field::name).toList();
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name);
        }
        return column;
    }
}
