package fr.sillage.engine.table.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ColumnCache;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.CodeCodec;
import fr.sillage.engine.codec.internal.Content;
import fr.sillage.engine.codec.internal.DictionaryCodec;
import fr.sillage.engine.codec.internal.DoubleCodec;
import fr.sillage.engine.codec.internal.LongCodec;
import fr.sillage.engine.codec.internal.MalformedContentException;
import fr.sillage.engine.codec.internal.TextBytes;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.column.internal.Dictionary;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.column.internal.LongChunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A stored table, decoded chunk by chunk, out of the cache where it holds them. Columns count from 0 as in the table's
 * fields, chunks from 0 to {@link #chunks}, exclusive. All methods throw {@link CorruptChunkException} where a chunk is
 * missing, damaged or not what the table says. Thread-safe.
 */
public final class TableChunks {
    /** No chunk of values or texts has it: stands for a whole dictionary. */
    private static final int WHOLE = -1;

    private final StoredTable table;
    private final ColumnCache.Share cache;

    public TableChunks(StoredTable table) {
        this.table = Objects.requireNonNull(table);
        this.cache = table.store().columns();
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

    /** Of a category or text column. */
    public CodeChunk codes(int column, int chunk) {
        return read(column, chunk, CodeChunk.class, CodeCodec::decode, CodeChunk::size);
    }

    /** Of a column of whole numbers, dates or time stamps. */
    public LongChunk longs(int column, int chunk) {
        return read(column, chunk, LongChunk.class, LongCodec::decode, LongChunk::size);
    }

    /** Of a column of decimals. */
    public DoubleChunk doubles(int column, int chunk) {
        return read(column, chunk, DoubleChunk.class, DoubleCodec::decode, DoubleChunk::size);
    }

    /** The different texts of a category or text column, in the order of their codes. */
    public List<String> dictionary(int column) {
        ChunkKey whole = new ChunkKey(table.id(), column, ChunkKey.Kind.DICTIONARY, WHOLE);
        return cache.get(whole, Dictionary.class, () -> readDictionary(column)).texts();
    }

    private Dictionary readDictionary(int column) {
        List<String> texts = new ArrayList<>();
        eachDictionaryChunk(column, DictionaryCodec::decode, texts::addAll);
        return new Dictionary(Collections.unmodifiableList(texts));
    }

    /** The same as bytes, chunk by chunk; not kept. */
    public List<TextBytes> dictionaryBytes(int column) {
        List<TextBytes> chunks = new ArrayList<>();
        eachDictionaryChunk(column, TextBytes::of, chunks::add);
        return chunks;
    }

    private <T> void eachDictionaryChunk(int column, Decoder<T> decoder, Consumer<T> taker) {
        for (int number = 0; ; number++) {
            ChunkKey key = new ChunkKey(table.id(), column, ChunkKey.Kind.DICTIONARY, number);
            Optional<byte[]> chunk = table.store().read(key);
            if (chunk.isEmpty()) {
                return;
            }
            taker.accept(decode(key, ChunkFrame.unwrap(key, chunk.get()), decoder));
        }
    }

    /** Where what is made of its columns may be kept. */
    public ColumnCache.Share cache() {
        return cache;
    }

    private <T extends ColumnCache.Held> T read(
            int column, int chunk, Class<T> type, Decoder<T> decoder, ToIntFunction<T> size) {
        ChunkKey key = key(column, chunk);
        T decoded = cache.get(key, type, () -> {
            byte[] bytes = table.store().read(key).orElseThrow(() -> new CorruptChunkException(key, "missing"));
            return decode(key, ChunkFrame.unwrap(key, bytes), decoder);
        });
        if (size.applyAsInt(decoded) != rows(chunk)) {
            throw new CorruptChunkException(key, size.applyAsInt(decoded) + " rows, expected are " + rows(chunk));
        }
        return decoded;
    }

    /** Names a chunk of values. */
    public ChunkKey key(int column, int chunk) {
        return new ChunkKey(table.id(), column, ChunkKey.Kind.VALUES, chunk);
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
