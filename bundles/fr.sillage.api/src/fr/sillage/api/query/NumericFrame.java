package fr.sillage.api.query;

import java.util.List;

/**
 * Rows as numbers: the answer to {@link Query.Frame}. Rows stand in an order that tells nothing, another one in each
 * answer, and units have numbers from 0 in the order in which rows name them first.
 */
public final class NumericFrame {
    private final List<FieldRef> columns;
    private final List<List<String>> labels;
    private final double[][] values;
    private final int[] unitOf;
    private final int units;

    /**
     * @param labels for each column the categories that occur, in their order; none of a column of numbers or dates
     * @param values for each column those of all rows, not a number where missing; become the frame's
     * @param unitOf for each row its unit, from 0; becomes the frame's
     * @param units how many units there are
     */
    public NumericFrame(List<FieldRef> columns, List<List<String>> labels, double[][] values, int[] unitOf, int units) {
        this.columns = List.copyOf(columns);
        this.labels = labels.stream().map(List::copyOf).toList();
        this.values = values;
        this.unitOf = unitOf;
        this.units = units;
    }

    public List<FieldRef> columns() {
        return columns;
    }

    /** The categories of a column of categories or texts; none of others. */
    public List<String> labels(int column) {
        return labels.get(column);
    }

    /** How many rows there are. */
    public int size() {
        return unitOf.length;
    }

    /** Not a number where missing. */
    public double value(int row, int column) {
        return values[column][row];
    }

    /** The numbers of all rows; the array is the caller's. */
    public double[] column(int column) {
        return values[column].clone();
    }

    /** Which unit a row belongs to. */
    public int unit(int row) {
        return unitOf[row];
    }

    /** How many units there are. */
    public int units() {
        return units;
    }
}
