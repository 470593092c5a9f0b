package fr.sillage.engine;

import fr.sillage.api.data.Column;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.CodeCodec;
import fr.sillage.engine.codec.internal.Content;
import fr.sillage.engine.codec.internal.DictionaryCodec;
import fr.sillage.engine.codec.internal.DoubleCodec;
import fr.sillage.engine.codec.internal.LongCodec;
import fr.sillage.engine.codec.internal.MalformedContentException;
import fr.sillage.engine.table.internal.ColumnBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a stored table back, decoded, one chunk of one column at a time. Columns count from 0 as in the table's fields,
 * chunks from 0 to {@link #chunks}, exclusive. All methods throw {@link CorruptChunkException} where a chunk is
 * missing, damaged or not what the table says. Treat returned arrays as immutable. Thread-safe.
 */
public final class TableReader {
    private final StoredTable table;
    private final Map<Integer, List<String>> dictionaries = new ConcurrentHashMap<>();

    public TableReader(StoredTable table) {
        this.table = Objects.requireNonNull(table);
    }

    public StoredTable table() {
        return table;
    }

    /** How many chunks of values each column has. */
    public int chunks() {
        return Math.toIntExact((table.rows() + ColumnBuffer.CHUNK_ROWS - 1) / ColumnBuffer.CHUNK_ROWS);
    }

    /** Rows of a chunk. */
    public int rows(int chunk) {
        Objects.checkIndex(chunk, chunks());
        return (int) Math.min(ColumnBuffer.CHUNK_ROWS, table.rows() - (long) chunk * ColumnBuffer.CHUNK_ROWS);
    }

    /** Codes of a category or text column: 0 where missing, else 1 + the position in {@link #dictionary}. */
    public int[] codes(int column, int chunk) {
        return read(column, chunk, CodeCodec::decode);
    }

    /** Whole numbers, dates (days) or timestamps (microseconds); values of missing rows mean nothing. */
    public Column.Longs longs(int column, int chunk) {
        return read(column, chunk, LongCodec::decode);
    }

    /** Decimals; values of missing rows mean nothing. */
    public Column.Doubles doubles(int column, int chunk) {
        return read(column, chunk, DoubleCodec::decode);
    }

    /** The different texts of a category or text column, in the order of their codes; read once. */
    public List<String> dictionary(int column) {
        return dictionaries.computeIfAbsent(column, this::readDictionary);
    }

    private List<String> readDictionary(int column) {
        List<String> texts = new ArrayList<>();
        for (int number = 0; ; number++) {
            ChunkKey key = new ChunkKey(table.id(), column, ChunkKey.Kind.DICTIONARY, number);
            Optional<byte[]> chunk = table.store().read(key);
            if (chunk.isEmpty()) {
                return Collections.unmodifiableList(texts);
            }
            texts.addAll(decode(key, ChunkFrame.unwrap(key, chunk.get()), DictionaryCodec::decode));
        }
    }

    private <T> T read(int column, int chunk, Decoder<T> decoder) {
        int rows = rows(chunk);
        ChunkKey key = new ChunkKey(table.id(), column, ChunkKey.Kind.VALUES, chunk);
        byte[] bytes = table.store().read(key).orElseThrow(() -> new CorruptChunkException(key, "missing"));
        Content content = ChunkFrame.unwrap(key, bytes);
        if (content.count() != rows) {
            throw new CorruptChunkException(key, content.count() + " rows, expected are " + rows);
        }
        return decode(key, content, decoder);
    }

    private static <T> T decode(ChunkKey key, Content content, Decoder<T> decoder) {
        try {
            return decoder.decode(content);
        } catch (MalformedContentException e) {
            throw new CorruptChunkException(key, e.getMessage());
        }
    }

    /** One codec's way back. */
    private interface Decoder<T> {
        T decode(Content content) throws MalformedContentException;
    }
}
