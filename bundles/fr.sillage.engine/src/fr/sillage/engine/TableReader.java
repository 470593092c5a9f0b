package fr.sillage.engine;

import fr.sillage.api.data.Column;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a stored table back, decoded, one chunk of one column at a time. Columns count from 0 as in the table's fields,
 * chunks from 0 to {@link #chunks}, exclusive. All methods throw {@link CorruptChunkException} where a chunk is
 * missing, damaged or not what the table says. Thread-safe.
 */
public final class TableReader {
    private final TableChunks chunks;
    private final Map<Integer, List<String>> dictionaries = new ConcurrentHashMap<>();

    public TableReader(StoredTable table) {
        this.chunks = new TableChunks(table);
    }

    public StoredTable table() {
        return chunks.table();
    }

    /** How many chunks of values each column has. */
    public int chunks() {
        return chunks.chunks();
    }

    /** Rows of a chunk. */
    public int rows(int chunk) {
        return chunks.rows(chunk);
    }

    /** Codes of a category or text column: 0 where missing, else 1 + the position in {@link #dictionary}. */
    public int[] codes(int column, int chunk) {
        int[] codes = new int[rows(chunk)];
        chunks.codes(column, chunk).copyTo(codes);
        return codes;
    }

    /** Whole numbers, dates (days) or timestamps (microseconds); values of missing rows mean nothing. */
    public Column.Longs longs(int column, int chunk) {
        return chunks.longs(column, chunk).toColumn();
    }

    /** Decimals; values of missing rows mean nothing. */
    public Column.Doubles doubles(int column, int chunk) {
        return chunks.doubles(column, chunk).toColumn();
    }

    /** The different texts of a category or text column, in the order of their codes; all of them in memory. */
    public List<String> dictionary(int column) {
        return dictionaries.computeIfAbsent(column, c -> {
            List<String> texts = new ArrayList<>();
            chunks.eachText(c, (code, text) -> texts.add(text));
            return Collections.unmodifiableList(texts);
        });
    }

    /** How many different texts a category or text column has. */
    public int texts(int column) {
        return chunks.texts(column);
    }
}
