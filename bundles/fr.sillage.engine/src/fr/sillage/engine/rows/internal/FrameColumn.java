package fr.sillage.engine.rows.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.key.internal.TextCodes;
import fr.sillage.engine.measure.internal.Measured;
import fr.sillage.engine.measure.internal.MeasuredDoubles;
import fr.sillage.engine.measure.internal.MeasuredLongs;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;

/** A column as numbers. Thread-safe once it is prepared. */
interface FrameColumn {
    static FrameColumn of(SlotTable table, int column) {
        Type type = table.field(column).type();
        if (type.isText()) {
            return new Categories(table.chunks(), new TextCodes(table.chunks(), column));
        }
        return new Numbers(
                type == Type.DECIMAL
                        ? new MeasuredDoubles(table.chunks(), column)
                        : new MeasuredLongs(table.chunks(), column));
    }

    /** Learns which categories occur in the rows; to be called once, before all else. */
    void prepare(RowSet rows, JobControl job);

    /** What the numbers stand for, by position; none where they are numbers. */
    List<String> labels();

    /** The numbers of a chunk's rows; not a number where missing. */
    void fill(int chunk, double[] into);

    /** Numbers, days or instants. */
    record Numbers(Measured numbers) implements FrameColumn {
        @Override
        public void prepare(RowSet rows, JobControl job) {
            // they are what they are
        }

        @Override
        public List<String> labels() {
            return List.of();
        }

        @Override
        public void fill(int chunk, double[] into) {
            numbers.fill(chunk, into);
        }
    }

    /** Categories as positions among their labels. */
    final class Categories implements FrameColumn {
        private final TableChunks table;
        private final TextCodes codes;
        private Labels labels = new Labels(new int[0], List.of());

        Categories(TableChunks table, TextCodes codes) {
            this.table = table;
            this.codes = codes;
        }

        @Override
        public void prepare(RowSet rows, JobControl job) {
            boolean[] occurs = new boolean[codes.highest() + 1];
            for (int chunk = 0; chunk < table.chunks(); chunk++) {
                job.check();
                int[] ofRows = codes(chunk);
                Bits.each(rows.of(chunk), row -> occurs[ofRows[row]] = true);
            }
            labels = codes.labels(code -> occurs[code]);
        }

        private int[] codes(int chunk) {
            int[] ofRows = new int[table.rows(chunk)];
            codes.fill(chunk, ofRows);
            return ofRows;
        }

        @Override
        public List<String> labels() {
            return labels.texts();
        }

        @Override
        public void fill(int chunk, double[] into) {
            int[] ofRows = codes(chunk);
            for (int row = 0; row < ofRows.length; row++) {
                into[row] = ofRows[row] == 0 ? Double.NaN : labels.places()[ofRows[row]];
            }
        }
    }
}
