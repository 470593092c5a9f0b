package fr.sillage.engine.measure.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.key.internal.ChoiceTexts;
import fr.sillage.engine.table.internal.TableChunks;

/** How many values the texts of a column hold: counted once for each different text. */
final class MeasuredChoices implements Measured {
    private final TableChunks table;
    private final int column;
    private final ChoiceTexts values;

    /** By the text's code; not a number where it holds none. */
    private double[] counts = {};

    MeasuredChoices(TableChunks table, int column, String separator) {
        this.table = table;
        this.column = column;
        this.values = new ChoiceTexts(separator);
    }

    @Override
    public void prepare(JobControl job) {
        double[] ofCodes = new double[1 + table.texts(column)];
        ofCodes[0] = Double.NaN;
        table.eachText(column, (code, text) -> {
            int count = values.values(text).size();
            ofCodes[code] = count == 0 ? Double.NaN : count;
        });
        counts = ofCodes;
    }

    @Override
    public void fill(int chunk, double[] into) {
        int[] codes = new int[table.rows(chunk)];
        table.knownCodes(column, chunk).copyTo(codes);
        for (int row = 0; row < codes.length; row++) {
            into[row] = counts[codes[row]];
        }
    }

    /** Only sums are made of them. */
    @Override
    public int places() {
        return 0;
    }

    @Override
    public void fillPlaces(int chunk, int[] into) {
        throw new IllegalStateException("no places");
    }

    @Override
    public double numberAt(int place) {
        throw new IllegalStateException("no places");
    }
}
