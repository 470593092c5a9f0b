package fr.sillage.engine.filter.internal;

import fr.sillage.engine.table.internal.TableChunks;
import java.util.Set;

/** Rows whose text is one of some: looked up once in the column's dictionary. */
final class TextRows implements RowSet {
    private final TableChunks table;
    private final int column;

    /** By code; that of missing texts is 0. */
    private final byte[] wanted;

    TextRows(TableChunks table, int column, Set<String> texts) {
        this.table = table;
        this.column = column;
        wanted = new byte[table.texts(column) + 1];
        table.eachText(column, (code, text) -> wanted[code] = (byte) (texts.contains(text) ? 1 : 0));
    }

    @Override
    public long[] of(int chunk) {
        return table.knownCodes(column, chunk).rowsOf(wanted);
    }
}
