package fr.sillage.engine.measure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up, cell by cell, what is measured. Used by one thread. */
public final class MeasureTaker {
    private final List<MeasuredColumn> columns;
    private final double[][] values;
    private final int[][] places;
    private final List<Totals> totals = new ArrayList<>();
    private final List<Optional<Histograms>> histograms = new ArrayList<>();

    /**
     * @param cells how many there are so far
     * @param rows most rows of a chunk
     */
    public MeasureTaker(List<MeasuredColumn> columns, int cells, int rows) {
        this.columns = columns;
        this.values = new double[columns.size()][rows];
        this.places = new int[columns.size()][];
        for (int i = 0; i < columns.size(); i++) {
            MeasuredColumn column = columns.get(i);
            totals.add(new Totals(cells));
            places[i] = new int[column.histogram() ? rows : 0];
            histograms.add(
                    column.histogram()
                            ? Optional.of(new Histograms(cells, column.numbers().places()))
                            : Optional.empty());
        }
    }

    /** Turns to a chunk. */
    public void load(int chunk) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).numbers().fill(chunk, values[i]);
            if (columns.get(i).histogram()) {
                columns.get(i).numbers().fillPlaces(chunk, places[i]);
            }
        }
    }

    /** Of each column the values of the chunk; not a number where missing. */
    public double[][] values() {
        return values;
    }

    public void grow(int cells) {
        totals.stream().filter(t -> t.size() < cells).forEach(t -> t.grow(cells));
    }

    /** @param nobody whether the row is a person of its own */
    public void add(int row, int cell, boolean nobody) {
        for (int i = 0; i < values.length; i++) {
            double value = values[i][row];
            if (Double.isNaN(value)) {
                continue;
            }
            if (histograms.get(i).isEmpty()) {
                totals.get(i).add(cell, value, 1);
            } else {
                histograms.get(i).get().add(cell, places[i][row]);
            }
            if (nobody) {
                totals.get(i).addAlone(cell, value);
            }
        }
    }

    /**
     * The same of some rows.
     *
     * @param rowAt the rows
     * @param cellAt beside each its cell
     * @param personOf by row; 0 where it is a person of its own
     */
    public void add(int[] rowAt, int[] cellAt, int size, int[] personOf) {
        for (int i = 0; i < values.length; i++) {
            Totals to = totals.get(i);
            double[] ofColumn = values[i];
            if (histograms.get(i).isPresent()) {
                histograms.get(i).get().add(rowAt, cellAt, size, places[i]);
            } else {
                for (int at = 0; at < size; at++) {
                    double value = ofColumn[rowAt[at]];
                    if (!Double.isNaN(value)) {
                        to.add(cellAt[at], value, 1);
                    }
                }
            }
            for (int at = 0; at < size; at++) {
                if (personOf[rowAt[at]] == 0 && !Double.isNaN(ofColumn[rowAt[at]])) {
                    to.addAlone(cellAt[at], ofColumn[rowAt[at]]);
                }
            }
        }
    }

    /** Once all rows are added: makes totals of the numbers that were only counted. */
    public void finish() {
        for (int i = 0; i < values.length; i++) {
            if (histograms.get(i).isPresent()) {
                histograms.get(i).get().addTo(totals.get(i), columns.get(i).numbers()::numberAt);
            }
        }
    }

    public Totals totals(int column) {
        return totals.get(column);
    }

    public Optional<Histograms> histograms(int column) {
        return histograms.get(column);
    }
}
