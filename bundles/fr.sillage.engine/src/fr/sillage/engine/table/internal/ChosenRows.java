package fr.sillage.engine.table.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.RowChoice;
import fr.sillage.engine.column.internal.CodeChunk;
import java.util.BitSet;
import java.util.List;

/**
 * Some rows of a stored table, on their way into another table of the same columns. Texts that none of these rows holds
 * stay behind.
 */
public final class ChosenRows {
    private final TableChunks table;
    private final RowChoice choice;

    public ChosenRows(TableChunks table, RowChoice choice) {
        this.table = table;
        this.choice = choice;
    }

    /**
     * @param into buffers of the table's columns
     * @return how many rows there were
     */
    public long copy(List<ColumnBuffer> into, JobControl job) {
        int[][] codes = codes(into, job);
        long rows = 0;
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            BitSet kept = choice.kept(chunk);
            rows += kept.cardinality();
            for (int column = 0; column < into.size(); column++) {
                values(column, chunk, kept, codes[column], into.get(column));
            }
        }
        return rows;
    }

    /** By column, and code here: the code there, 0 where the text stays behind. */
    private int[][] codes(List<ColumnBuffer> into, JobControl job) {
        BitSet[] used = used(into.size(), job);
        int[][] codes = new int[into.size()][0];
        for (int column = 0; column < into.size(); column++) {
            if (type(column).isText()) {
                int[] there = new int[table.texts(column) + 1];
                BitSet wanted = used[column];
                ColumnBuffer buffer = into.get(column);
                table.eachText(column, (code, text) -> {
                    if ((code & 0xFFFF) == 0) {
                        job.check();
                    }
                    if (wanted.get(code)) {
                        there[code] = buffer.code(text);
                    }
                });
                codes[column] = there;
            }
        }
        return codes;
    }

    private BitSet[] used(int columns, JobControl job) {
        BitSet[] used = new BitSet[columns];
        for (int column = 0; column < columns; column++) {
            used[column] = new BitSet();
        }
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            BitSet kept = choice.kept(chunk);
            for (int column = 0; column < columns; column++) {
                if (type(column).isText()) {
                    for (int code : codes(column, chunk, kept)) {
                        used[column].set(code);
                    }
                }
            }
        }
        return used;
    }

    private int[] codes(int column, int chunk, BitSet kept) {
        CodeChunk values = table.knownCodes(column, chunk);
        int[] all = new int[values.size()];
        values.copyTo(all);
        return kept.stream().map(row -> all[row]).toArray();
    }

    private void values(int column, int chunk, BitSet kept, int[] there, ColumnBuffer into) {
        switch (type(column)) {
            case CATEGORY, TEXT -> {
                int[] codes = codes(column, chunk, kept);
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = there[codes[i]];
                }
                into.append(CodeChunk.of(codes));
            }
            case DECIMAL -> {
                Column.Doubles all = table.doubles(column, chunk).toColumn();
                into.append(new Column.Doubles(
                        kept.stream().mapToDouble(row -> all.values()[row]).toArray(), missing(all, kept)));
            }
            case INTEGER, DATE, TIMESTAMP -> {
                Column.Longs all = table.longs(column, chunk).toColumn();
                into.append(new Column.Longs(
                        kept.stream().mapToLong(row -> all.values()[row]).toArray(), missing(all, kept)));
            }
        }
    }

    private static BitSet missing(Column all, BitSet kept) {
        BitSet missing = new BitSet();
        int at = 0;
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            missing.set(at++, all.isMissing(row));
        }
        return missing;
    }

    private Type type(int column) {
        return table.table().fields().get(column).type();
    }
}
