package fr.sillage.engine.rows.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.TextSet;
import fr.sillage.engine.column.internal.Dictionary;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.key.internal.TextCodes;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers {@link Query.Texts}: counts the rows, gives each a place that tells nothing, scans again to put them there,
 * and reads the texts that occur. Used once.
 */
public final class TextScan {
    private static final double COUNTED = 0.4;
    private static final double PLACED = 0.8;

    private final Query.Texts query;
    private final SlotTable table;
    private final int column;
    private final RowSet taken;
    private final TextCodes texts;
    private final List<ColumnCodes> keys;
    private final AnswerBudget budget;
    private final JobControl job;

    /**
     * @param memory bytes that the answer may take
     * @throws IllegalArgumentException where a column is not there or not of a fitting type
     */
    public TextScan(Query.Texts query, SlotTable table, long memory, JobControl job) {
        this.query = query;
        this.table = table;
        this.job = job;
        this.budget = new AnswerBudget(memory);
        this.column = table.nameless(query.text());
        if (!table.field(column).type().isText()) {
            throw new IllegalArgumentException(
                    "no texts in a " + table.field(column).type());
        }
        this.texts = new TextCodes(table.chunks(), column);
        this.keys = query.by().stream()
                .map(key -> Keys.codes(key, table.chunks(), table.nameless(key.field())))
                .toList();
        this.taken = new Filters(table).rows(query.filter());
    }

    /** @throws fr.sillage.api.query.AnswerTooLargeException where it takes more memory than it may */
    public TextSet answer() {
        keys.forEach(key -> key.prepare(job));
        int chunks = table.chunks().chunks();
        Places places = new Places(chunks);
        List<Counter> counted =
                new Parallel(job, 0, COUNTED).each(chunks, Integer.MAX_VALUE, () -> new Counter(places));
        long bytesOfRow = Integer.BYTES * (2L + keys.size());
        int size = budget.requireRows(places.rows(), bytesOfRow);
        budget.require(size * bytesOfRow + (long) Integer.BYTES * texts.highest());
        List<Labels> labels =
                Occurring.labels(keys, counted.stream().map(c -> c.occurring).toList());
        places.shuffle();
        int[] textOf = new int[size];
        int[][] codes = new int[keys.size()][size];
        new Parallel(job, COUNTED, PLACED)
                .each(chunks, Integer.MAX_VALUE, () -> new Placer(places, labels, textOf, codes));
        List<String> named = named(textOf, size * bytesOfRow);
        job.progress(1);
        return new TextSet(
                query.by(),
                labels.stream().map(Labels::texts).toList(),
                named,
                textOf,
                codes,
                new TextSet.LeftOut(lacking(counted, 0, 1), lacking(counted, 1, 1 + keys.size())));
    }

    private static long lacking(List<Counter> counted, int from, int to) {
        long rows = 0;
        for (Counter counter : counted) {
            for (int required = from; required < to; required++) {
                rows += counter.rows.lacking(required);
            }
        }
        return rows;
    }

    /**
     * The texts that occur.
     *
     * @param textOf their codes, which become positions
     * @param taken bytes that all else takes
     */
    private List<String> named(int[] textOf, long taken) {
        FirstSeen seen = new FirstSeen(texts.highest());
        for (int entry = 0; entry < textOf.length; entry++) {
            textOf[entry] = seen.numberOf(textOf[entry]);
        }
        String[] named = new String[seen.size()];
        long[] bytes = {taken};
        table.chunks().eachText(column, (code, text) -> {
            if (seen.has(code)) {
                job.check();
                bytes[0] += Dictionary.bytes(text);
                budget.require(bytes[0]);
                named[seen.numberOf(code)] = text;
            }
        });
        return Arrays.asList(named);
    }

    private RequiredCodes rows() {
        return new RequiredCodes(
                table.chunks(),
                taken,
                Stream.concat(Stream.of(texts), keys.stream()).toList());
    }

    /** Counts rows and marks the categories that occur. Used by one thread. */
    private final class Counter implements Parallel.Worker {
        private final RequiredCodes rows = rows();
        private final Occurring occurring = new Occurring(keys);
        private final Places places;

        Counter(Places places) {
            this.places = places;
        }

        @Override
        public void work(int chunk) {
            rows.load(chunk);
            places.count(chunk, rows.rows());
            for (int key = 0; key < keys.size(); key++) {
                rows.mark(1 + key, occurring.of(key));
            }
        }
    }

    /** Puts rows into their places. Used by one thread. */
    private final class Placer implements Parallel.Worker {
        private final RequiredCodes rows = rows();
        private final Places places;
        private final List<Labels> labels;
        private final int[] textOf;
        private final int[][] codes;

        Placer(Places places, List<Labels> labels, int[] textOf, int[][] codes) {
            this.places = places;
            this.labels = labels;
            this.textOf = textOf;
            this.codes = codes;
        }

        @Override
        public void work(int chunk) {
            rows.load(chunk);
            places.each(chunk, rows.rows(), (row, place) -> {
                textOf[place] = rows.codes(0)[row];
                for (int key = 0; key < codes.length; key++) {
                    codes[key][place] = labels.get(key).places()[rows.codes(1 + key)[row]];
                }
            });
        }
    }
}
