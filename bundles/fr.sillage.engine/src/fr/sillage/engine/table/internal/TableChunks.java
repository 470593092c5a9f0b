package fr.sillage.engine.table.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.SharedCache;
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
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A stored table, decoded chunk by chunk, out of the cache where it holds them. Columns count from 0 as in the table's
 * fields, chunks from 0 to {@link #chunks}, exclusive. All methods throw {@link CorruptChunkException} where a chunk is
 * missing, damaged or not what the table says. Thread-safe.
 */
public class TableChunks {
    /** No chunk of values or texts has it: stands for a whole dictionary. */
    private static final int WHOLE = -1;

    private static final long LEAST_HELD = 8L << 20;
    private static final int HELD_PART = 16;

    private final StoredTable table;
    private final SharedCache.Share cache;
    private final long held;

    /** Whether chunks of values are kept in the cache. */
    private final boolean keeps;

    public TableChunks(StoredTable table) {
        this(table, Math.max(LEAST_HELD, Runtime.getRuntime().maxMemory() / HELD_PART));
    }

    /** @param held bytes that the texts of a dictionary may take in memory; larger ones are read anew each time */
    public TableChunks(StoredTable table, long held) {
        this(table, held, true);
    }

    private TableChunks(StoredTable table, long held, boolean keeps) {
        this.table = Objects.requireNonNull(table);
        this.held = held;
        this.cache = table.store().columns();
        this.keeps = keeps;
    }

    /** The same table with the same dictionaries. */
    protected TableChunks(TableChunks other) {
        this(other.table, other.held, other.keeps);
    }

    /** The same for whoever reads each chunk once: chunks of values that are not in the cache do not get there. */
    public TableChunks passing() {
        return new TableChunks(table, held, false);
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

    /** No chunk has more rows; 0 where there is none. */
    public int mostRows() {
        return chunks() == 0 ? 0 : rows(0);
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

    /**
     * The same, of which none is beyond the dictionary.
     *
     * @throws CorruptChunkException also where there are codes that the dictionary does not know
     */
    public CodeChunk knownCodes(int column, int chunk) {
        CodeChunk codes = codes(column, chunk);
        if (codes.highest() > texts(column)) {
            throw new CorruptChunkException(
                    key(column, chunk), "a code beyond the dictionary, which may have lost a chunk");
        }
        return codes;
    }

    /** How many different texts a category or text column has. */
    public int texts(int column) {
        return dictionary(column).size();
    }

    /** What is done with each text and its code. */
    public interface TextWork {
        void accept(int code, String text);
    }

    /** The different texts of a category or text column, in the order of their codes; however many, one after the other. */
    public void eachText(int column, TextWork work) {
        int[] code = {0};
        Optional<List<String>> held = dictionary(column).texts();
        if (held.isPresent()) {
            held.get().forEach(text -> work.accept(++code[0], text));
        } else {
            eachDictionaryChunk(
                    column, DictionaryCodec::decode, texts -> texts.forEach(text -> work.accept(++code[0], text)));
        }
    }

    private Dictionary dictionary(int column) {
        ChunkKey whole = new ChunkKey(table.id(), column, ChunkKey.Kind.DICTIONARY, WHOLE);
        return cache.get(whole, Dictionary.class, () -> readDictionary(column));
    }

    private Dictionary readDictionary(int column) {
        List<String> texts = new ArrayList<>();
        int[] size = {0};
        long[] bytes = {0};
        eachDictionaryChunk(column, DictionaryCodec::decode, more -> {
            size[0] += more.size();
            bytes[0] += more.stream().mapToLong(Dictionary::bytes).sum();
            if (bytes[0] <= held) {
                texts.addAll(more);
            } else {
                texts.clear();
            }
        });
        return new Dictionary(
                size[0], bytes[0] <= held ? Optional.of(Collections.unmodifiableList(texts)) : Optional.empty());
    }

    /** The same as bytes, chunk by chunk; not kept. */
    public void eachTextBytes(int column, Consumer<TextBytes> work) {
        eachDictionaryChunk(column, TextBytes::of, work);
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
    public SharedCache.Share cache() {
        return cache;
    }

    private <T extends SharedCache.Held> T read(
            int column, int chunk, Class<T> type, Decoder<T> decoder, ToIntFunction<T> size) {
        ChunkKey key = key(column, chunk);
        Supplier<T> stored = () -> {
            byte[] bytes = table.store().read(key).orElseThrow(() -> new CorruptChunkException(key, "missing"));
            return decode(key, ChunkFrame.unwrap(key, bytes), decoder);
        };
        T decoded = keeps ? cache.get(key, type, stored) : cache.find(key, type).orElseGet(stored);
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
