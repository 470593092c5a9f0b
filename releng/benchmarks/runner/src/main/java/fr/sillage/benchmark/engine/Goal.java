package fr.sillage.benchmark.engine;

import java.util.Map;

/**
 * How many times faster than others a work should be on ten million rows and two cores.
 *
 * @param text than DuckDB on the columns as they are
 * @param coded than DuckDB on columns coded by hand; 0 where nothing is wanted
 */
record Goal(double text, double coded) {
    static final String DUCKDB = "duckdb";
    static final String CODED = "duckdb, coded";

    /** Rows from which on the goals hold. */
    static final long ROWS = 10_000_000;

    /** The milliseconds that it may take at the most. */
    double most(Map<String, Double> peers) {
        double most = peers.get(DUCKDB) / text;
        return coded == 0 ? most : Math.min(most, peers.get(CODED) / coded);
    }
}
