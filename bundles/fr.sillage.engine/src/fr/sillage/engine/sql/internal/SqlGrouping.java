package fr.sillage.engine.sql.internal;

import fr.sillage.engine.sql.SqlDialect;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How rows are grouped by some keys. Columns of the rows below: {@code n} numbers them, {@code p} is the person,
 * {@code k0}, {@code g0} and so on are the keys' values and groups, {@code m0} and so on what is measured.
 */
record SqlGrouping(SqlDialect dialect, List<SqlKey> keys) {
    private static SqlText name(String name) {
        return new SqlText(name, List.of());
    }

    /** The expressions of all keys, under their names. */
    List<SqlText> selected() {
        List<SqlText> selected = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) {
            selected.add(SqlText.of("{} AS {}", keys.get(key).value(), name("k" + key)));
            Optional<SqlText> group = keys.get(key).group();
            if (group.isPresent()) {
                selected.add(SqlText.of("{} AS {}", group.get(), name("g" + key)));
            }
        }
        return selected;
    }

    /** Whether a row lacks no key. */
    SqlText complete() {
        List<SqlText> all = new ArrayList<>(List.of(SqlText.of("TRUE")));
        for (int key = 0; key < keys.size(); key++) {
            all.add(name(
                    keys.get(key).group().isPresent()
                            ? "(k" + key + " IS NOT NULL OR g" + key + " IS NOT NULL)"
                            : "k" + key + " IS NOT NULL"));
        }
        return SqlText.join(" AND ", all);
    }

    boolean overlap() {
        return keys.stream().anyMatch(SqlKey::several);
    }

    /**
     * What regions are made of: each row once, or, where a row may have several values of a key, once for each region
     * that it is in.
     *
     * @param rows those that lack no key
     * @param measured how many columns are measured
     */
    SqlText inRegions(SqlText rows, int measured) {
        SqlText numbered = SqlText.of("(SELECT ROW_NUMBER() OVER () AS n, b.* FROM ({}) AS b)", rows);
        if (!overlap()) {
            return SqlText.of("{} AS r", numbered);
        }
        List<String> columns = new ArrayList<>(List.of("r.n", "r.p"));
        SqlText from = SqlText.of("{} AS r", numbered);
        for (int key = 0; key < keys.size(); key++) {
            boolean several = keys.get(key).several();
            columns.add(several ? "u" + key + ".v AS k" + key : "r.k" + key);
            if (keys.get(key).group().isPresent()) {
                columns.add("r.g" + key);
            }
            if (several) {
                from = SqlText.of("{} {}", from, dialect.unnested(name("r.k" + key), name("u" + key)));
            }
        }
        IntStream.range(0, measured).forEach(m -> columns.add("r.m" + m));
        SqlText exploded = SqlText.of("(SELECT {} FROM {}) AS x", name(String.join(", ", columns)), from);
        List<String> ofRow = new ArrayList<>(List.of("n", "p"));
        IntStream.range(0, measured).forEach(m -> ofRow.add("m" + m));
        return SqlText.of(
                "(SELECT {}, {} FROM {} GROUP BY {}) AS y",
                grouped(),
                name(String.join(", ", ofRow)),
                exploded,
                groupingSets(ofRow));
    }

    /**
     * What tells the region of a group: which keys it spans (1) or not (0), under the names {@code a0} and so on; then
     * the keys.
     */
    SqlText region() {
        return overlap() ? regionNames() : grouped();
    }

    private SqlText grouped() {
        List<String> all = new ArrayList<>(IntStream.range(0, keys.size())
                .mapToObj(key -> "GROUPING(k" + key + ") AS a" + key)
                .toList());
        all.addAll(columns());
        return name(String.join(", ", all));
    }

    /** The same names in a query over such rows. */
    SqlText regionNames() {
        List<String> all = new ArrayList<>(
                IntStream.range(0, keys.size()).mapToObj(key -> "a" + key).toList());
        all.addAll(columns());
        return name(String.join(", ", all));
    }

    private List<String> columns() {
        return IntStream.range(0, keys.size())
                .boxed()
                .flatMap(key -> columns(key).stream())
                .toList();
    }

    private List<String> columns(int key) {
        return keys.get(key).group().isPresent() ? List.of("k" + key, "g" + key) : List.of("k" + key);
    }

    /**
     * All regions: cells, margins and the total.
     *
     * @param also what is grouped by in each of them
     */
    SqlText sets(String... also) {
        return overlap()
                ? SqlText.join(
                        ", ",
                        Stream.concat(
                                        Stream.of(regionNames()),
                                        Arrays.stream(also).map(SqlGrouping::name))
                                .toList())
                : groupingSets(List.of(also));
    }

    private SqlText groupingSets(List<String> also) {
        List<String> sets = new ArrayList<>();
        for (int spanned = 0; spanned < 1 << keys.size(); spanned++) {
            List<String> set = new ArrayList<>();
            for (int key = 0; key < keys.size(); key++) {
                if ((spanned & 1 << key) == 0) {
                    set.addAll(columns(key));
                }
            }
            set.addAll(also);
            sets.add("(" + String.join(", ", set) + ")");
        }
        return name("GROUPING SETS (" + String.join(", ", sets) + ")");
    }

    /** How many columns of a result tell the region. */
    int width() {
        return keys.size() + columns().size();
    }

    /** Reads the region of a row: for each key its category, none where it spans the key. */
    List<Optional<SqlKey.Category>> region(Object[] row) {
        List<Optional<SqlKey.Category>> region = new ArrayList<>();
        int at = keys.size();
        for (int key = 0; key < keys.size(); key++) {
            boolean grouped = keys.get(key).group().isPresent();
            region.add(
                    ((Long) row[key]) == 1
                            ? Optional.empty()
                            : Optional.of(SqlKey.category(row[at], grouped ? row[at + 1] : null)));
            at += grouped ? 2 : 1;
        }
        return region;
    }
}
