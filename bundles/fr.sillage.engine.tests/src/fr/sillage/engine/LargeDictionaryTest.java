package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.aggregate.internal.AggregateScan;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns of very many different texts: written out of a budget, read without holding the texts. */
class LargeDictionaryTest {
    private static final List<Field> FIELDS = List.of(field("id", Type.CATEGORY), field("answer", Type.TEXT));
    private static final int ROWS = 150_000;

    private static Column texts(String prefix, int from, int count, int different) {
        return new Column.Texts(IntStream.range(from, from + count)
                .mapToObj(i -> i % 10 == 9 ? null : prefix + i % different)
                .toArray(String[]::new));
    }

    private static StoredTable table(MemoryChunkStore store, int rows) {
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, FIELDS);
        for (int from = 0; from < rows; from += 10_000) {
            writer.append(List.of(texts("person ", from, 10_000, ROWS), texts("answer ", from, 10_000, 7)));
        }
        return new StoredTable(store, id, FIELDS, writer.finish());
    }

    @Test
    void aColumnBeyondTheBudgetIsNamedAndTheBudgetComesBack() {
        MemoryBudget budget = new MemoryBudget(1 << 20);
        TooManyTextsException refused = assertThrows(TooManyTextsException.class, () -> {
            try (TableWriter writer = new TableWriter(new MemoryChunkStore(), TableId.random(), FIELDS, budget)) {
                writer.append(List.of(texts("person ", 0, ROWS, ROWS), texts("answer ", 0, ROWS, 7)));
            }
        });
        assertEquals(0, refused.column());
        assertEquals(0, budget.taken());
        try (TableWriter writer = new TableWriter(new MemoryChunkStore(), TableId.random(), FIELDS, budget)) {
            writer.append(List.of(texts("person ", 0, 1_000, ROWS), texts("answer ", 0, 1_000, 7)));
            assertEquals(1_000, writer.finish());
        }
        assertEquals(0, budget.taken());
    }

    @Test
    void queriesAnswerTheSameWhetherTheTextsAreHeldOrReadEachTime() {
        StoredTable table = table(new MemoryChunkStore(), ROWS);
        FieldRef id = new FieldRef("s", "id");
        Query.Aggregate some = new Query.Aggregate(
                List.of(id, new FieldRef("s", "answer")),
                Filter.In.texts(id, List.of("person 3", "person 140002", "nobody")),
                Unit.ROW);
        Cells held = answer(some, new TableChunks(table, Long.MAX_VALUE));
        Cells anew = answer(some, new TableChunks(table, 0));
        assertEquals(Set.copyOf(held.filled()), Set.copyOf(anew.filled()));
        assertEquals(held.labels(1), anew.labels(1));
        assertEquals(List.of("person 140002", "person 3"), anew.labels(0));
    }

    private static Cells answer(Query.Aggregate query, TableChunks chunks) {
        return AggregateScan.of(query, slot -> new SlotTable(chunks), 1 << 24, JobControl.NONE)
                .count();
    }

    @Test
    void rowsOfAStoredTableComeFirstUnderTheirOwnCodes() {
        MemoryChunkStore store = new MemoryChunkStore();
        StoredTable before = table(store, ROWS);
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, FIELDS);
        writer.append(before, JobControl.NONE);
        writer.append(List.of(texts("person ", 5, 10, ROWS), texts("new ", 5, 10, 7)));
        TableReader after = new TableReader(new StoredTable(store, id, FIELDS, writer.finish()));

        TableReader old = new TableReader(before);
        assertEquals(ROWS + 10, after.table().rows());
        assertEquals(old.dictionary(0), after.dictionary(0));
        for (int column = 0; column < 2; column++) {
            assertEquals(value(old, column, ROWS - 5), value(after, column, ROWS - 5));
        }
        assertEquals("person 6", value(after, 0, ROWS + 1));
        assertEquals("new 6", value(after, 1, ROWS + 1));
        assertThrows(IllegalStateException.class, () -> {
            try (TableWriter late = new TableWriter(store, TableId.random(), FIELDS)) {
                late.append(List.of(texts("a", 0, 1, 1), texts("b", 0, 1, 1)));
                late.append(before, JobControl.NONE);
            }
        });
    }

    private static String value(TableReader table, int column, int row) {
        int code = table.codes(column, row / 65_536)[row % 65_536];
        return code == 0 ? "" : table.dictionary(column).get(code - 1);
    }
}
