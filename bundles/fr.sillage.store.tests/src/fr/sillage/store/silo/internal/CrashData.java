package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Rows that follow from a seed alone, so that what a silo holds can be told without having kept it. */
final class CrashData {
    static final int PERSONS = 300;
    private static final int BATCH = 8_192;

    private CrashData() {}

    static List<Field> fields() {
        return List.of(
                new Field("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("module", Type.CATEGORY, Set.of(RoleId.ITEM), Privacy.OTHER),
                new Field("day", Type.DATE, Set.of(), Privacy.OTHER),
                new Field("score", Type.DECIMAL, Set.of(), Privacy.OTHER),
                new Field("comment", Type.TEXT, Set.of(), Privacy.OTHER));
    }

    /** The key of a person, as long as a pseudonym. */
    static String person(int number) {
        SplittableRandom random = new SplittableRandom(number * 7_919L + 1);
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    /** One row; missing texts are null, a missing score is not a number. */
    private record Row(int person, String module, long day, double score, String comment) {
        static Row next(SplittableRandom random) {
            int person = random.nextInt(PERSONS);
            int module = random.nextInt(40);
            return new Row(
                    person,
                    module == 0 ? null : "module " + module,
                    18_000 + random.nextInt(2_000),
                    random.nextInt(10) == 0 ? Double.NaN : random.nextInt(2_000) / 100.0,
                    random.nextInt(5) == 0 ? "words of " + person + " " + random.nextInt(1_000_000) : null);
        }

        long hash(String key) {
            long hash = key.hashCode();
            hash = hash * 31 + (module == null ? 0 : module.hashCode());
            hash = hash * 31 + day;
            hash = hash * 31 + (Double.isNaN(score) ? 0 : Double.hashCode(score));
            return hash * 31 + (comment == null ? 0 : comment.hashCode());
        }
    }

    /** Takes batches of columns. */
    interface Taker {
        void take(List<Column> columns);
    }

    /** The rows of a part, without those of persons that were erased. */
    static void rows(CrashState.Part part, Taker taker) {
        SplittableRandom random = new SplittableRandom(part.seed());
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < part.rows(); row++) {
            Row next = Row.next(random);
            if (!part.erased().contains(next.person())) {
                rows.add(next);
            }
            if (rows.size() == BATCH || row == part.rows() - 1) {
                taker.take(columns(rows));
                rows.clear();
            }
        }
    }

    /** The persons of a part, those that were erased too. */
    static TreeSet<Integer> persons(CrashState.Part part) {
        SplittableRandom random = new SplittableRandom(part.seed());
        TreeSet<Integer> persons = new TreeSet<>();
        for (int row = 0; row < part.rows(); row++) {
            persons.add(Row.next(random).person());
        }
        return persons;
    }

    private static List<Column> columns(List<Row> rows) {
        BitSet missing = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            missing.set(i, Double.isNaN(rows.get(i).score()));
        }
        return List.of(
                new Column.Texts(rows.stream().map(r -> person(r.person())).toArray(String[]::new)),
                new Column.Texts(rows.stream().map(Row::module).toArray(String[]::new)),
                new Column.Longs(rows.stream().mapToLong(Row::day).toArray(), new BitSet()),
                new Column.Doubles(rows.stream().mapToDouble(Row::score).toArray(), missing),
                new Column.Texts(rows.stream().map(Row::comment).toArray(String[]::new)));
    }

    /** What tells rows from others: how many, and a number that follows from all in their order. */
    record Digest(long rows, long hash) {}

    static Digest digest(List<CrashState.Part> parts) {
        Map<Integer, String> keys = new HashMap<>();
        long count = 0;
        long hash = 0;
        for (CrashState.Part part : parts) {
            SplittableRandom random = new SplittableRandom(part.seed());
            for (int i = 0; i < part.rows(); i++) {
                Row row = Row.next(random);
                if (!part.erased().contains(row.person())) {
                    hash = hash * 1_000_003 + row.hash(keys.computeIfAbsent(row.person(), CrashData::person));
                    count++;
                }
            }
        }
        return new Digest(count, hash);
    }

    /** The same of what is stored. */
    static Digest digest(TableReader table) {
        List<String> persons = table.dictionary(0);
        List<String> modules = table.dictionary(1);
        List<String> comments = table.dictionary(4);
        long count = 0;
        long hash = 0;
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            int[] person = table.codes(0, chunk);
            int[] module = table.codes(1, chunk);
            Column.Longs days = table.longs(2, chunk);
            Column.Doubles scores = table.doubles(3, chunk);
            int[] comment = table.codes(4, chunk);
            for (int i = 0; i < person.length; i++) {
                Row row = new Row(
                        0,
                        text(modules, module[i]),
                        days.values()[i],
                        scores.isMissing(i) ? Double.NaN : scores.values()[i],
                        text(comments, comment[i]));
                hash = hash * 1_000_003 + row.hash(persons.get(person[i] - 1));
                count++;
            }
        }
        return new Digest(count, hash);
    }

    private static String text(List<String> texts, int code) {
        return code == 0 ? null : texts.get(code - 1);
    }
}
