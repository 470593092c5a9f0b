package fr.sillage.engine.order.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.column.internal.LongChunk;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stored table whose rows are read person after person: each chunk holds all rows of its persons, so that who is
 * counted once in a region is known without collecting anybody. Columns are brought into that order when they are read
 * first, and kept in the cache. Thread-safe.
 */
public final class OrderedChunks extends TableChunks {
    private final StoredChunks stored;
    private final PersonOrder order;
    private final int subject;
    private final int mostRows;
    private final Map<Integer, OrderedColumn<?>> columns = new HashMap<>();

    /** Names a column in the order that another one gives. */
    private record ColumnKey(TableId table, int subject, int column) implements SharedCache.Key {}

    private OrderedChunks(StoredChunks stored, PersonOrder order, int subject) {
        super(stored.table());
        this.stored = stored;
        this.order = order;
        this.subject = subject;
        int most = 0;
        for (int chunk = 0; chunk < order.chunks(); chunk++) {
            most = Math.max(most, order.rows(chunk));
        }
        this.mostRows = most;
    }

    /**
     * The table in the order of its persons, where it has such and the cache has room for the order with the columns.
     *
     * @param columns that will be read
     */
    public static Optional<OrderedChunks> of(SlotTable slot, Set<Integer> columns, JobControl job) {
        TableChunks table = slot.chunks();
        if (slot.subject().isEmpty() || table.table().rows() > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        int subject = slot.subject().getAsInt();
        long bytes = PersonOrder.bytes(table, subject);
        long widest = 0;
        for (int column : columns) {
            long ofColumn = bytes(table, subject, column);
            bytes += ofColumn;
            widest = Math.max(widest, ofColumn);
        }
        if (bytes + widest > table.cache().budget()) { // while a column is put into order it is there twice
            return Optional.empty();
        }
        return PersonOrder.of(table, subject, job).map(order -> {
            OrderedChunks ordered = new OrderedChunks(new StoredChunks(table.passing(), order, job), order, subject);
            columns.stream().filter(column -> !ordered.isOfOrder(column)).forEach(ordered::column);
            return ordered;
        });
    }

    /** How much memory a column takes, about: as its first chunk does, where it is not known yet. */
    private static long bytes(TableChunks table, int subject, int column) {
        if (table.chunks() == 0) {
            return 0;
        }
        return table.cache()
                .find(new ColumnKey(table.table().id(), subject, column), OrderedColumn.class)
                .map(OrderedColumn::bytes)
                .orElseGet(() ->
                        table.chunks() * firstChunk(table.passing(), column).bytes());
    }

    private static SharedCache.Held firstChunk(TableChunks table, int column) {
        return switch (table.table().fields().get(column).type()) {
            case CATEGORY, TEXT -> table.codes(column, 0);
            case DECIMAL -> table.doubles(column, 0);
            case INTEGER, DATE, TIMESTAMP -> table.longs(column, 0);
        };
    }

    @Override
    public int chunks() {
        return order.chunks();
    }

    @Override
    public int rows(int chunk) {
        return order.rows(chunk);
    }

    @Override
    public int mostRows() {
        return mostRows;
    }

    /** How many persons there are; rows that name nobody are persons of their own. */
    public int persons() {
        return order.codes().length;
    }

    /** The first person of a chunk, from 0. */
    public int firstPerson(int chunk) {
        return order.first()[chunk];
    }

    /** The first row of a person in a chunk, or of whoever comes after the last one: how many rows there are. */
    public int firstRow(int chunk, int person) {
        return order.starts()[person] - order.start(chunk);
    }

    /** The persons of a chunk's rows, counted from 1; 0 where nobody is named. */
    public void fillPersons(int chunk, int[] into) {
        int[] starts = order.starts();
        int[] codes = order.codes();
        int end = order.first()[chunk + 1];
        int row = 0;
        for (int person = order.first()[chunk], base = starts[person]; person < end; person++) {
            int number = codes[person] == 0 ? 0 : person + 1;
            for (int next = starts[person + 1] - base; row < next; row++) {
                into[row] = number;
            }
        }
    }

    /** How many persons have one of some rows of a chunk, which are given as bits. */
    public int persons(int chunk, long[] bits) {
        int[] starts = order.starts();
        int end = order.first()[chunk + 1];
        int count = 0;
        int row = 0;
        for (int person = order.first()[chunk], base = starts[person]; person < end; person++) {
            int next = starts[person + 1] - base;
            count += Bits.any(bits, row, next) ? 1 : 0;
            row = next;
        }
        return count;
    }

    private boolean isOfOrder(int column) {
        return column == subject && table().fields().get(column).type().isText();
    }

    @Override
    public CodeChunk codes(int column, int chunk) {
        return isOfOrder(column)
                ? persons(chunk)
                : (CodeChunk) column(column).chunks().get(chunk);
    }

    @Override
    public LongChunk longs(int column, int chunk) {
        return (LongChunk) column(column).chunks().get(chunk);
    }

    @Override
    public DoubleChunk doubles(int column, int chunk) {
        return (DoubleChunk) column(column).chunks().get(chunk);
    }

    /** The order knows who they are: nothing has to be kept. */
    private CodeChunk persons(int chunk) {
        int[] codes = new int[rows(chunk)];
        int row = 0;
        for (int person = firstPerson(chunk); person < firstPerson(chunk + 1); person++) {
            int code = order.codes()[person];
            for (int next = firstRow(chunk, person + 1); row < next; row++) {
                codes[row] = code;
            }
        }
        return CodeChunk.of(codes);
    }

    private synchronized OrderedColumn<?> column(int column) {
        OrderedColumn<?> known = columns.get(column);
        if (known == null) {
            known = cache().get(
                            new ColumnKey(table().id(), subject, column), OrderedColumn.class, () -> ordered(column));
            columns.put(column, known);
        }
        return known;
    }

    private OrderedColumn<?> ordered(int column) {
        return switch (table().fields().get(column).type()) {
            case CATEGORY, TEXT -> OrderedCodes.of(stored, column);
            case DECIMAL -> OrderedDoubles.of(stored, column);
            case INTEGER, DATE, TIMESTAMP -> OrderedLongs.of(stored, column);
        };
    }
}
