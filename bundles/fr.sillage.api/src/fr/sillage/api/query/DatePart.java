package fr.sillage.api.query;

/** Parts of dates and time stamps as categories. Their texts are numbers, so that they suit every language. */
public enum DatePart {
    /** {@code 2024}. */
    YEAR,
    /** From 1 September: {@code 2023-2024}. */
    SCHOOL_YEAR,
    /** Month of the year, {@code 01} to {@code 12}. */
    MONTH,
    /** Day of the week as ISO 8601 counts, {@code 1} (Monday) to {@code 7}. */
    WEEKDAY,
    /** Hour of the day, {@code 00} to {@code 23}; of time stamps only. */
    HOUR
}
