package fr.sillage.engine.sql;

import java.util.List;

/** What databases say differently; all else is SQL as the standard has it. */
public interface SqlDialect {
    /** A name of a table or column. */
    default SqlText name(String identifier) {
        return new SqlText('"' + identifier.replace("\"", "\"\"") + '"', List.of());
    }

    /** A date as days since 1970. */
    SqlText days(SqlText date);

    /** A time stamp as microseconds since 1970. */
    SqlText micros(SqlText timestamp);

    /** A decimal, without a value where it is not a number, and with one zero only. */
    SqlText decimal(SqlText decimal);

    /** Day of the week of a date or time stamp as ISO 8601 counts. */
    SqlText weekday(SqlText moment);

    /**
     * The different values that a text holds, stripped, as a list; without a value where there is none.
     *
     * @param blanks all signs that are stripped
     */
    SqlText choices(SqlText text, String separator, String blanks);

    /** How many values a list of {@link #choices} has. */
    SqlText size(SqlText choices);

    /** Joins each row with each value of its list, as column {@code v} of the alias. */
    default SqlText unnested(SqlText list, SqlText alias) {
        return SqlText.of("CROSS JOIN UNNEST({}) AS {}(v)", list, alias);
    }

    /** Definition 7 of Hyndman and Fan. */
    default SqlText quantile(SqlText value, double share) {
        return SqlText.of("PERCENTILE_CONT(" + share + ") WITHIN GROUP (ORDER BY {})", value);
    }
}
