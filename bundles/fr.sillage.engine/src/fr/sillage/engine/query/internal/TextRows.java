package fr.sillage.engine.query.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.TableReader;
import java.util.List;
import java.util.Set;

/** Rows whose text is one of some: looked up once in the column's dictionary. */
final class TextRows implements RowSet {
    private final TableReader reader;
    private final int column;

    /** By code; that of missing texts is 0. */
    private final boolean[] wanted;

    TextRows(TableReader reader, int column, Set<String> texts) {
        this.reader = reader;
        this.column = column;
        List<String> dictionary = reader.dictionary(column);
        wanted = new boolean[dictionary.size() + 1];
        for (int i = 0; i < dictionary.size(); i++) {
            wanted[i + 1] = texts.contains(dictionary.get(i));
        }
    }

    @Override
    public long[] of(int chunk) {
        int[] codes = reader.codes(column, chunk);
        long[] rows = new long[RowSet.words(codes.length)];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= wanted.length) {
                throw new CorruptChunkException(
                        new ChunkKey(reader.table().id(), column, ChunkKey.Kind.VALUES, chunk),
                        TextCodes.BEYOND_DICTIONARY);
            }
            rows[row >>> 6] |= wanted[codes[row]] ? 1L << row : 0;
        }
        return rows;
    }
}
