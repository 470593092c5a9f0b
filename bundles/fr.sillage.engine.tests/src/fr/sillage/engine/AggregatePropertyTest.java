package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Query;
import java.util.Map;
import java.util.Random;
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
        StoredTable stored = KeptColumns.of(
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
        SlowEngine reference = new SlowEngine(data.slots());
        for (int i = 0; i < queries; i++) {
            Query.Aggregate query = linked ? asked.linked() : asked.aggregate();
            SameCells.assertSame(
                    "seed " + seed + ", " + query, reference.answer(query), engine.answer(query, JobControl.NONE));
        }
    }
}
