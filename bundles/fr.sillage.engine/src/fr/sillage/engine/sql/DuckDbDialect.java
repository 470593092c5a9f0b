package fr.sillage.engine.sql;

/** DuckDB's SQL. */
public final class DuckDbDialect implements SqlDialect {
    @Override
    public SqlText days(SqlText date) {
        return SqlText.of("CAST({} - DATE '1970-01-01' AS BIGINT)", date);
    }

    @Override
    public SqlText micros(SqlText timestamp) {
        return SqlText.of("EPOCH_US({})", timestamp);
    }

    @Override
    public SqlText decimal(SqlText decimal) {
        return SqlText.of("(NULLIF({}, CAST('NaN' AS DOUBLE)) + CAST(0 AS DOUBLE))", decimal);
    }

    @Override
    public SqlText weekday(SqlText moment) {
        return SqlText.of("EXTRACT(ISODOW FROM {})", moment);
    }

    @Override
    public SqlText choices(SqlText text, String separator, String blanks) {
        return SqlText.of(
                "NULLIF(LIST_DISTINCT(LIST_FILTER(LIST_TRANSFORM(STRING_SPLIT({}, {}), LAMBDA x: TRIM(x, {})),"
                        + " LAMBDA x: x <> '')), [])",
                text,
                separator,
                blanks);
    }

    @Override
    public SqlText size(SqlText choices) {
        return SqlText.of("LEN({})", choices);
    }
}
