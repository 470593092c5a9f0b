package fr.sillage.benchmark.engine;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A question that both sides are asked.
 *
 * @param name as it stands in the results
 * @param query as Sillage is asked
 * @param lines the answer as texts, as {@link #line} makes them of SQL's rows, in any order
 * @param sql the same in SQL over the table {@code registrations}; a text constant in braces, which becomes its code
 *     where the columns are coded
 */
record Work<R>(String name, Query<R> query, Function<R, List<String>> lines, String sql) {
    static final String SLOT = "registrations";

    private static final String FILTER = " WHERE modalite <> {modalite:hybride} AND date >= DATE '2021-09-01'";

    static List<Work<?>> all() {
        Query.Aggregate crossing =
                new Query.Aggregate(List.of(field("academie"), field("module")), filter(), Unit.SUBJECT);
        Query.Aggregate modules = new Query.Aggregate(List.of(field("module")), Unit.SUBJECT);
        String counts = "count(*), count(DISTINCT email) FROM registrations";
        return List.of(
                new Work<>(
                        "cross-tabulation with persons, filtered",
                        crossing,
                        cells -> lines(cells, false),
                        "SELECT academie, module, " + counts + FILTER + " GROUP BY academie, module"),
                new Work<>(
                        "cross-tabulation with persons and all margins, filtered",
                        crossing,
                        cells -> lines(cells, true),
                        "SELECT academie, module, " + counts + FILTER + " GROUP BY CUBE (academie, module)"),
                new Work<>(
                        "persons per module",
                        modules,
                        cells -> lines(cells, false),
                        "SELECT module, " + counts + " GROUP BY module"));
    }

    private static FieldRef field(String column) {
        return new FieldRef(SLOT, column);
    }

    private static Filter filter() {
        return new Filter.And(List.of(
                new Filter.Not(Filter.In.texts(field("modalite"), List.of("hybride"))),
                new Filter.Range(
                        field("date"),
                        Optional.of(new Filter.Limit(new Constant.Day(LocalDate.of(2021, 9, 1)), true)),
                        Optional.empty())));
    }

    /** The values of one row; null where the row is a margin of that key. */
    static String line(List<?> values) {
        return String.join(
                "|", values.stream().map(v -> v == null ? "*" : v.toString()).toList());
    }

    private static List<String> lines(Cells cells, boolean margins) {
        return cells.filled().stream()
                .filter(cell -> margins || !cell.region().isMargin())
                .map(cell -> line(cells, cell))
                .toList();
    }

    private static String line(Cells cells, Cell cell) {
        List<Object> values =
                new java.util.ArrayList<>(IntStream.range(0, cells.keys().size())
                        .mapToObj(key -> label(cells, key, cell.region().codes().get(key)))
                        .toList());
        values.add(cell.rows());
        values.add(cell.persons());
        return line(values);
    }

    private static Object label(Cells cells, int key, int code) {
        return code == Region.ALL ? "*" : cells.labels(key).get(code);
    }

    /** A number that two equal lists of lines share, in whichever order; of others nearly never. */
    static double check(List<String> lines) {
        long sum = 0;
        for (String line : lines) {
            long hash = 0;
            for (int i = 0; i < line.length(); i++) {
                hash = (hash ^ line.charAt(i)) * 0x100_0000_01B3L;
            }
            sum += hash >>> 20;
        }
        return sum % (1L << 50);
    }
}
