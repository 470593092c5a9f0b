package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Amount;
import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random queries over random tables, answered as the slow reference does. A failure names its seed. */
class AggregatePropertyTest {
    @Test
    void countsAsTheSlowReferenceOnRandomTables() {
        long start = System.nanoTime();
        for (int run = 0; run < 25; run++) {
            assertLikeReference(start + run, 1 + new Random(start + run).nextInt(1_500), 12, 6, false);
        }
    }

    @Test
    void countsAsTheSlowReferenceOverLinkedTables() {
        long start = System.nanoTime();
        for (int run = 0; run < 40; run++) {
            assertLikeReference(start + run, 1 + new Random(start + run).nextInt(90), 9, 5, true);
        }
    }

    @Test
    void countsAsTheSlowReferenceOverSeveralChunks() {
        assertLikeReference(1, 140_000, 40, 2, false);
    }

    /** More combinations than fit into an array of all, and more pairs than fit into bits. */
    @Test
    void countsAsTheSlowReferenceWhereNearlyEveryRowHasItsOwnCell() {
        assertLikeReference(2, 9_000, 5_000, 3, false);
    }

    private static void assertLikeReference(long seed, int rows, int categories, int queries, boolean linked) {
        Random random = new Random(seed);
        RandomData data = RandomData.of(random, rows, categories);
        RandomQueries asked = new RandomQueries(random, data);
        StoredTable stored = keeping(
                data.table().write(new MemoryChunkStore(), 10_000),
                random.nextInt(3) * 20_000L * (1 + random.nextInt(100)));
        // persons counted in many passes or in one
        long memory = random.nextBoolean() ? 1 : 1 << 30;
        QueryEngine engine = new ScanQueryEngine(
                Map.of(
                        RandomQueries.SLOT,
                        stored,
                        RandomQueries.OTHER,
                        data.other().write(new MemoryChunkStore(), 7),
                        RandomQueries.THIRD,
                        data.third().write(new MemoryChunkStore(), 9)),
                memory,
                1);
        SlowEngine reference = new SlowEngine(Map.of(
                RandomQueries.SLOT,
                data.table(),
                RandomQueries.OTHER,
                data.other(),
                RandomQueries.THIRD,
                data.third()));
        for (int i = 0; i < queries; i++) {
            Query.Aggregate query = linked ? asked.linked() : asked.aggregate();
            assertSame("seed " + seed + ", " + query, reference.answer(query), engine.answer(query, JobControl.NONE));
        }
    }

    /** The table in a store that keeps nothing, some or all of the columns. */
    private static StoredTable keeping(StoredTable table, long budget) {
        SharedCache.Share share = new SharedCache(budget).share("community");
        ChunkStore store = new ChunkStore() {
            @Override
            public Optional<byte[]> read(ChunkKey key) {
                return table.store().read(key);
            }

            @Override
            public SharedCache.Share columns() {
                return share;
            }
        };
        return new StoredTable(store, table.id(), table.fields(), table.rows());
    }

    private static void assertSame(String what, Cells expected, Cells cells) {
        assertEquals(expected.keys(), cells.keys(), what);
        assertEquals(expected.unit(), cells.unit(), what);
        assertEquals(expected.links(), cells.links(), what);
        assertEquals(expected.subjectKnown(), cells.subjectKnown(), what);
        IntStream.range(0, expected.keys().size())
                .forEach(key -> assertEquals(expected.labels(key), cells.labels(key), what));
        assertEquals(expected.missing(), cells.missing(), what);
        assertEquals(expected.excluded(), cells.excluded(), what);
        assertEquals(expected.measures(), cells.measures(), what);
        assertEquals(expected.filled().size(), cells.filled().size(), what);
        for (Cell cell : expected.filled()) {
            Cell found = cells.cell(cell.region());
            assertEquals(cell.rows(), found.rows(), what);
            assertEquals(cell.persons(), found.persons(), what);
            assertEquals(cell.amounts().size(), found.amounts().size(), what);
            for (int i = 0; i < cell.amounts().size(); i++) {
                assertSame(
                        what + ": " + cell.region() + " " + i,
                        cell.amounts().get(i),
                        found.amounts().get(i));
            }
        }
    }

    private static void assertSame(String what, Amount expected, Amount amount) {
        assertNear(what, expected.value(), amount.value());
        assertNear(what, expected.largest(), amount.largest());
        assertNear(what, expected.secondLargest(), amount.secondLargest());
        assertEquals(expected.values(), amount.values(), what);
        assertEquals(expected.persons(), amount.persons(), what);
    }

    /** The reference divides and adds in another order. */
    private static void assertNear(String what, double expected, double value) {
        double near = Double.isNaN(expected) ? 1 : 1e-12 * Math.max(1, Math.abs(expected));
        assertEquals(expected, value, near, what);
    }
}
