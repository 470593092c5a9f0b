package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Query;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random queries over random tables, answered by SQL as the slow reference does. A failure names its seed. */
class DuckDbPropertyTest {
    @Test
    void countsAsTheSlowReferenceOnRandomTables() throws SQLException {
        long start = System.nanoTime();
        for (int run = 0; run < 25; run++) {
            assertLikeReference(start + run, 1 + new Random(start + run).nextInt(1_500), 12, 6, false);
        }
    }

    @Test
    void countsAsTheSlowReferenceOverLinkedTables() throws SQLException {
        long start = System.nanoTime();
        for (int run = 0; run < 40; run++) {
            assertLikeReference(start + run, 1 + new Random(start + run).nextInt(90), 9, 5, true);
        }
    }

    @Test
    void countsAsTheSlowReferenceOverManyRows() throws SQLException {
        assertLikeReference(1, 140_000, 40, 2, false);
    }

    @Test
    void countsAsTheSlowReferenceWhereNearlyEveryRowHasItsOwnCell() throws SQLException {
        assertLikeReference(2, 9_000, 5_000, 3, false);
    }

    private static void assertLikeReference(long seed, int rows, int categories, int queries, boolean linked)
            throws SQLException {
        Random random = new Random(seed);
        RandomData data = RandomData.of(random, rows, categories);
        RandomQueries asked = new RandomQueries(random, data);
        SlowEngine reference = new SlowEngine(data.slots());
        try (DuckDb database = new DuckDb()) {
            QueryEngine engine = database.engine(data.slots());
            for (int i = 0; i < queries; i++) {
                Query.Aggregate query = linked ? asked.linked() : asked.aggregate();
                SameCells.assertSame(
                        "seed " + seed + ", " + query, reference.answer(query), engine.answer(query, JobControl.NONE));
            }
        }
    }

    @Test
    void givesSingleRowsAsTheSlowReference() throws SQLException {
        long start = System.nanoTime();
        for (long seed = start; seed < start + 12; seed++) {
            Random random = new Random(seed);
            RandomData data = RowAnswers.data(random);
            TestTable table = data.table();
            try (DuckDb database = new DuckDb()) {
                QueryEngine engine = database.engine(Map.of(RandomQueries.SLOT, table));
                Query.Sequences sequences = SequencesTest.random(random, data);
                SequencesTest.assertLikeReference(
                        "seed " + seed + ", " + sequences, table, sequences, engine.answer(sequences, JobControl.NONE));
                Query.Texts texts = TextsTest.random(random, data);
                TextsTest.assertLikeReference(
                        "seed " + seed + ", " + texts, table, texts, engine.answer(texts, JobControl.NONE));
                Query.Frame frame = FrameTest.random(random, data);
                FrameTest.assertLikeReference(
                        "seed " + seed + ", " + frame, table, frame, engine.answer(frame, JobControl.NONE));
            }
        }
    }
}
