package fr.sillage.engine.sql.internal;

import fr.sillage.api.query.Measure;
import fr.sillage.engine.sql.SqlText;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that answer an aggregate.
 *
 * @param measures of the query
 * @param measured what they are measures of
 */
record SqlStatements(SqlRows rows, SqlGrouping grouping, List<Measure> measures, List<SqlMeasured> measured) {
    private static final String EACH = ", ";

    /** Every combination of rows: the person, the keys and what is measured. */
    private SqlText base() {
        List<SqlText> selected = new ArrayList<>(List.of(SqlText.of("{} AS p", rows.person())));
        selected.addAll(grouping.selected());
        for (int i = 0; i < measured.size(); i++) {
            selected.add(SqlText.of("{} AS m" + i, measured.get(i).numbers()));
        }
        return SqlText.of("SELECT {} {}", SqlText.join(EACH, selected), rows.from());
    }

    /** Those that lack no key. */
    private SqlText inRegions() {
        return grouping.inRegions(
                SqlText.of("SELECT * FROM ({}) AS c WHERE {}", base(), grouping.complete()), measured.size());
    }

    /**
     * All regions: which one, its rows and persons, and of each measured column values, sum, least, most and quantiles.
     */
    SqlText regions() {
        List<SqlText> all = new ArrayList<>(List.of(grouping.region(), SqlText.of("COUNT(*)"), SqlText.of(persons())));
        for (int column = 0; column < measured.size(); column++) {
            SqlText numbers = SqlText.of("m" + column);
            all.add(SqlText.of("CAST(COUNT({}) AS DOUBLE PRECISION)", numbers));
            all.add(SqlText.of("SUM({})", numbers));
            all.add(SqlText.of("MIN({})", numbers));
            all.add(SqlText.of("MAX({})", numbers));
            shares(column).forEach(share -> all.add(rows.columns().dialect().quantile(numbers, share)));
        }
        return SqlText.of("SELECT {} FROM {} GROUP BY {}", SqlText.join(EACH, all), inRegions(), grouping.sets());
    }

    private static String persons() {
        return "COUNT(DISTINCT p) + COUNT(*) - COUNT(p)";
    }

    /** Which quantiles of a measured column are asked for. */
    List<Double> shares(int column) {
        return measured.get(column).measures().stream()
                .map(measures::get)
                .filter(Measure.Quantile.class::isInstance)
                .map(measure -> ((Measure.Quantile) measure).share())
                .toList();
    }

    /** For each region the persons, their two largest sums, and the two greatest numbers of values of one of them. */
    SqlText contributions(int column) {
        SqlText region = grouping.regionNames();
        SqlText perPerson = SqlText.of(
                "SELECT {}, ABS(SUM(m)) AS s, COUNT(*) AS c FROM (SELECT *, m" + column
                        + " AS m, CASE WHEN p IS NULL THEN n END AS o FROM {}) AS y WHERE m IS NOT NULL GROUP BY {}",
                grouping.region(),
                inRegions(),
                grouping.sets("p", "o"));
        SqlText ranked = SqlText.of(
                "SELECT *, ROW_NUMBER() OVER (PARTITION BY {} ORDER BY s DESC) AS rs,"
                        + " ROW_NUMBER() OVER (PARTITION BY {} ORDER BY c DESC) AS rc FROM ({}) AS z",
                region,
                region,
                perPerson);
        return SqlText.of(
                "SELECT {}, COUNT(*), MAX(CASE WHEN rs = 1 THEN s END), MAX(CASE WHEN rs = 2 THEN s END),"
                        + " MAX(CASE WHEN rc = 1 THEN c END), MAX(CASE WHEN rc = 2 THEN c END) FROM ({}) AS w GROUP BY {}",
                region,
                ranked,
                region);
    }

    /** Rows and persons that lack a key. */
    SqlText missing() {
        return leftOut(SqlText.of("({}) AS b WHERE NOT ({})", base(), grouping.complete()));
    }

    /** Rows and persons that the filter leaves out. */
    SqlText excluded() {
        return leftOut(SqlText.of("(SELECT {} AS p {}) AS b", rows.person(), rows.fromExcluded()));
    }

    private static SqlText leftOut(SqlText from) {
        return SqlText.of("SELECT COUNT(*), " + persons() + " FROM {}", from);
    }
}
