package fr.sillage.engine.sql.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.NumericFrame;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.SequenceSet;
import fr.sillage.api.query.TextSet;
import fr.sillage.engine.column.internal.Dictionary;
import fr.sillage.engine.rows.internal.AnswerBudget;
import fr.sillage.engine.rows.internal.FirstSeen;
import fr.sillage.engine.rows.internal.SequenceSorter;
import fr.sillage.engine.rows.internal.Shuffle;
import fr.sillage.engine.sql.SqlRunner;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers with single rows by SQL. */
public final class SqlSingleRows {
    private static final int BYTES_OF_EVENT = 2 * (Integer.BYTES + Long.BYTES);

    private final SqlColumns columns;
    private final AnswerBudget budget;
    private final SqlRunner runner;
    private final JobControl job;

    /** @param memory bytes that an answer may take */
    public SqlSingleRows(SqlColumns columns, long memory, SqlRunner runner, JobControl job) {
        this.columns = columns;
        this.budget = new AnswerBudget(memory);
        this.runner = runner;
        this.job = job;
    }

    private SqlText from(String slot, Filter filter) {
        return SqlText.of("FROM {} WHERE {}", columns.from(slot), new SqlFilters(columns).condition(filter));
    }

    /** How many rows have all of these and how many lack which one first. */
    private long[] counts(List<SqlText> present, SqlText from) {
        SqlText cases = SqlText.of("0");
        for (int i = present.size() - 1; i >= 0; i--) {
            cases = SqlText.of("CASE WHEN NOT {} THEN " + (i + 1) + " ELSE {} END", present.get(i), cases);
        }
        long[] counts = new long[present.size() + 1];
        runner.run(
                SqlText.of("SELECT lack, COUNT(*) FROM (SELECT {} AS lack {}) AS l GROUP BY lack", cases, from),
                job,
                row -> counts[((Long) row[0]).intValue()] = (Long) row[1]);
        return counts;
    }

    private static SqlText present(SqlText value) {
        return SqlText.of("({} IS NOT NULL)", value);
    }

    private static SqlText present(SqlKey key) {
        return key.group().isEmpty()
                ? present(key.value())
                : SqlText.of(
                        "({} IS NOT NULL OR {} IS NOT NULL)",
                        key.value(),
                        key.group().get());
    }

    private SqlKey key(Key key) {
        columns.nameless(key.field());
        return SqlKey.of(key, columns);
    }

    private static List<SqlText> both(SqlKey key) {
        return List.of(key.value(), key.group().orElse(SqlText.of("CAST(NULL AS BIGINT)")));
    }

    /** Gives categories codes in the order of their coming, and then places among the labels. */
    private static final class Codes {
        private final SqlKey key;
        private final Map<SqlKey.Category, Integer> codes = new HashMap<>();

        Codes(SqlKey key) {
            this.key = key;
        }

        int of(Object[] row, int at) {
            return codes.computeIfAbsent(SqlKey.category(row[at], row[at + 1]), c -> codes.size());
        }

        /** Turns codes into places. */
        List<String> label(int[] ofRows) {
            int[] places = places();
            Arrays.setAll(ofRows, row -> places[ofRows[row]]);
            return texts();
        }

        /** The same of codes among which some are missing. */
        List<String> label(double[] ofRows) {
            int[] places = places();
            Arrays.setAll(ofRows, row -> Double.isNaN(ofRows[row]) ? Double.NaN : places[(int) ofRows[row]]);
            return texts();
        }

        private int[] places() {
            List<SqlKey.Category> sorted = key.sorted(codes.keySet());
            int[] places = new int[codes.size()];
            for (int place = 0; place < places.length; place++) {
                places[codes.get(sorted.get(place))] = place;
            }
            return places;
        }

        private List<String> texts() {
            return key.sorted(codes.keySet()).stream().map(key::text).toList();
        }
    }

    public SequenceSet answer(Query.Sequences query) {
        SqlText person = columns.value(query.subject());
        SqlText time = columns.value(query.time());
        Type type = columns.type(query.time());
        if (type.isText() || type == Type.DECIMAL) {
            throw new IllegalArgumentException("no order of time in a " + type);
        }
        SqlKey state = key(query.state());
        SqlText from = from(query.slot(), query.filter());
        List<SqlText> present = List.of(present(person), present(state), present(time));
        long[] counts = counts(present, from);
        int size = budget.requireRows(counts[0], BYTES_OF_EVENT);
        int[] codes = new int[size];
        long[] times = new long[size];
        int[] starts = new int[size + 1];
        int[] filled = new int[2];
        Object[] before = new Object[1];
        Codes states = new Codes(state);
        runner.run(
                SqlText.of(
                        "SELECT {}, {}, {}, {} {} AND {} ORDER BY 1",
                        person,
                        time,
                        both(state).get(0),
                        both(state).get(1),
                        from,
                        SqlText.join(" AND ", present)),
                job,
                row -> {
                    int event = filled[0]++;
                    if (!row[0].equals(before[0])) {
                        before[0] = row[0];
                        starts[filled[1]++] = event;
                    }
                    times[event] = (Long) row[1];
                    codes[event] = states.of(row, 2);
                });
        starts[filled[1]] = filled[0];
        List<String> labels = states.label(codes);
        return shuffled(
                labels,
                Arrays.copyOf(starts, filled[1] + 1),
                codes,
                times,
                new SequenceSet.LeftOut(counts[1], counts[3], counts[2]));
    }

    private static SequenceSet shuffled(
            List<String> labels, int[] starts, int[] codes, long[] times, SequenceSet.LeftOut leftOut) {
        SequenceSorter sorter = new SequenceSorter(starts, codes, times);
        IntStream.range(0, SequenceSorter.pieces(starts)).forEach(sorter::work);
        int[] order = Shuffle.numbers(starts.length - 1);
        int[] startsOf = new int[starts.length];
        int[] codesOf = new int[codes.length];
        long[] timesOf = new long[times.length];
        for (int sequence = 0; sequence < order.length; sequence++) {
            int start = starts[order[sequence]];
            int length = starts[order[sequence] + 1] - start;
            System.arraycopy(codes, start, codesOf, startsOf[sequence], length);
            System.arraycopy(times, start, timesOf, startsOf[sequence], length);
            startsOf[sequence + 1] = startsOf[sequence] + length;
        }
        return new SequenceSet(labels, startsOf, codesOf, timesOf, leftOut);
    }

    public TextSet answer(Query.Texts query) {
        FieldRef field = columns.nameless(query.text());
        if (!columns.type(field).isText()) {
            throw new IllegalArgumentException("no texts in a " + columns.type(field));
        }
        SqlText text = columns.value(field);
        List<SqlKey> keys = query.by().stream().map(this::key).toList();
        SqlText from = from(query.slot(), query.filter());
        List<SqlText> present = Stream.concat(
                        Stream.of(present(text)), keys.stream().map(SqlSingleRows::present))
                .toList();
        long[] counts = counts(present, from);
        int size = budget.requireRows(counts[0], Integer.BYTES * (2L + keys.size()));
        int[] places = Shuffle.numbers(size);
        int[] textOf = new int[size];
        int[][] codesOf = new int[keys.size()][size];
        List<Codes> codes = keys.stream().map(Codes::new).toList();
        Map<String, Integer> numbers = new HashMap<>();
        long[] bytes = {Integer.BYTES * (2L + keys.size()) * size};
        int[] at = new int[1];
        List<SqlText> selected = new ArrayList<>(List.of(text));
        keys.forEach(key -> selected.addAll(both(key)));
        runner.run(
                SqlText.of("SELECT {} {} AND {}", SqlText.join(", ", selected), from, SqlText.join(" AND ", present)),
                job,
                row -> {
                    int place = places[at[0]++];
                    textOf[place] = numbers.computeIfAbsent((String) row[0], t -> {
                        bytes[0] += Dictionary.bytes(t);
                        budget.require(bytes[0]);
                        return numbers.size() + 1;
                    });
                    for (int key = 0; key < codesOf.length; key++) {
                        codesOf[key][place] = codes.get(key).of(row, 1 + 2 * key);
                    }
                });
        FirstSeen seen = new FirstSeen(numbers.size());
        Arrays.setAll(textOf, entry -> seen.numberOf(textOf[entry]));
        String[] texts = new String[numbers.size()];
        numbers.forEach((t, number) -> texts[seen.numberOf(number)] = t);
        return new TextSet(
                query.by(),
                IntStream.range(0, keys.size())
                        .mapToObj(key -> codes.get(key).label(codesOf[key]))
                        .toList(),
                List.of(texts),
                textOf,
                codesOf,
                new TextSet.LeftOut(counts[1], Arrays.stream(counts).skip(2).sum()));
    }

    public NumericFrame answer(Query.Frame query) {
        List<FieldRef> wanted = query.columns().stream().map(columns::nameless).toList();
        SqlText unit = query.unit().map(columns::value).orElse(SqlText.of("CAST(NULL AS BIGINT)"));
        SqlText from = from(query.slot(), query.filter());
        int size = budget.requireRows(
                counts(List.of(), from)[0], 2L * Integer.BYTES + (long) Double.BYTES * wanted.size());
        int[] places = Shuffle.numbers(size);
        double[][] values = new double[wanted.size()][size];
        int[] unitOf = new int[size];
        Map<Object, Integer> units = new HashMap<>();
        List<Codes> codes = wanted.stream()
                .map(field -> new Codes(SqlKey.plain(columns.value(field), PlainValues.of(columns.type(field)))))
                .toList();
        int[] at = new int[1];
        List<SqlText> selected = Stream.concat(Stream.of(unit), wanted.stream().map(columns::value))
                .toList();
        runner.run(SqlText.of("SELECT {} {}", SqlText.join(", ", selected), from), job, row -> {
            int place = places[at[0]++];
            unitOf[place] = row[0] == null ? 0 : units.computeIfAbsent(row[0], u -> units.size() + 1);
            for (int column = 0; column < values.length; column++) {
                Object value = row[1 + column];
                values[column][place] = switch (value) {
                    case null -> Double.NaN;
                    case Number number -> number.doubleValue();
                    default -> codes.get(column).of(new Object[] {value, null}, 0);
                };
            }
        });
        FirstSeen seen = new FirstSeen(units.size());
        Arrays.setAll(unitOf, row -> seen.numberOf(unitOf[row]));
        List<List<String>> labels = IntStream.range(0, wanted.size())
                .mapToObj(column -> columns.type(wanted.get(column)).isText()
                        ? codes.get(column).label(values[column])
                        : List.<String>of())
                .toList();
        return new NumericFrame(query.columns(), labels, values, unitOf, seen.size());
    }
}
