package fr.sillage.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.query.AnswerTooLargeException;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What tests of answers of single rows have in common. */
final class RowAnswers {
    static final String SLOT = RandomQueries.SLOT;
    private static final long ENOUGH = 1 << 28;

    private RowAnswers() {}

    static FieldRef ref(String column) {
        return new FieldRef(SLOT, column);
    }

    static <R> R ask(TestTable data, Query<R> query) {
        return engine(data, ENOUGH).answer(query, JobControl.NONE);
    }

    private static QueryEngine engine(TestTable data, long answers) {
        return engine(data.write(new MemoryChunkStore(), 10_000), answers);
    }

    private static QueryEngine engine(StoredTable table, long answers) {
        return new ScanQueryEngine(Map.of(SLOT, table), 1, answers);
    }

    /** The same with a cache, such that tables are read person after person. */
    static <R> R askCached(TestTable data, Query<R> query) {
        return engine(KeptColumns.of(data.write(new MemoryChunkStore(), 10_000), 1 << 26), ENOUGH)
                .answer(query, JobControl.NONE);
    }

    static RandomData data(Random random) {
        return RandomData.of(random, random.nextInt(8) == 0 ? 70_000 : 1 + random.nextInt(2_000), 9);
    }

    /** A filter that takes some of the rows, or all. */
    static Filter filter(Random random, RandomData data) {
        return new RandomQueries(random, data).aggregate().filter();
    }

    /** The numbers of the rows that it takes. */
    static IntStream rows(TestTable table, Filter filter) {
        SlowFilter slow = new SlowFilter(Map.of(SLOT, table), filter);
        return IntStream.range(0, table.rows()).filter(row -> slow.takes(Map.of(SLOT, row)));
    }

    /** The row's category; empty where it is missing. */
    static String category(TestTable table, Key key, int row) {
        return SlowKey.categories(table, key, row).stream()
                .map(SlowKey.Category::text)
                .findFirst()
                .orElse("");
    }

    static void assertRefusedWithoutMemory(TestTable data, Query<?> query) {
        QueryEngine small = engine(data, 1);
        assertThrows(AnswerTooLargeException.class, () -> small.answer(query, JobControl.NONE));
    }

    static void assertCancelled(TestTable data, Query<?> query) {
        JobControl cancelled = new JobControl() {
            @Override
            public void progress(double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        QueryEngine engine = engine(data, ENOUGH);
        assertThrows(JobCancelledException.class, () -> engine.answer(query, cancelled));
    }
}
