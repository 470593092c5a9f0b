package fr.sillage.engine.query.internal;

import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;
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
        List<String> dictionary = table.dictionary(column);
        wanted = new byte[dictionary.size() + 1];
        for (int i = 0; i < dictionary.size(); i++) {
            wanted[i + 1] = (byte) (texts.contains(dictionary.get(i)) ? 1 : 0);
        }
    }

    @Override
    public long[] of(int chunk) {
        CodeChunk codes = table.codes(column, chunk);
        TextCodes.requireKnown(table, column, chunk, codes, wanted.length - 1);
        return codes.rowsOf(wanted);
    }
}
