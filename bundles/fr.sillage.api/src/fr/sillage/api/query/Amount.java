package fr.sillage.api.query;

/**
 * A {@link Measure} of one region, with what tells how much of it is one person's.
 *
 * @param value days and microseconds since 1970 for dates and time stamps; not a number where there is no value
 * @param largest of sums, means and choices, the largest sum of one person's values, whatever its sign; of others, the most
 *     values that one person has
 * @param secondLargest the same of the next person; 0 where there is none
 * @param values how many rows have a value
 * @param persons how many distinct persons have one
 */
public record Amount(double value, double largest, double secondLargest, long values, long persons) {}
