package fr.sillage.engine.table.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TooManyTextsException;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.DictionaryCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one column and their codes, over the whole table: from 1, in order of appearance; 0 is missing. Texts
 * that were written are remembered by a hash alone.
 */
final class DictionaryBuffer implements AutoCloseable {
    /** Small enough for its bytes to be no large object for the garbage collector, which would mark the whole heap. */
    private static final int CHUNK_CHARACTERS = 1 << 18;

    private static final int CHUNK_TEXTS = 1 << 16;
    private static final int AT_ONCE = HashCodes.AT_ONCE;

    private final ChunkSink sink;
    private final TableId table;
    private final int column;

    private final TextHash hash;
    private final HashCodes codes;
    private final RecentTexts recent = new RecentTexts();
    private final List<String> fresh = new ArrayList<>();
    private int freshCharacters;

    // texts that are looked up at once: their rows and hashes
    private final int[] rows = new int[AT_ONCE];
    private final int[] known = new int[AT_ONCE];
    private final long[] lows = new long[AT_ONCE];
    private final long[] highs = new long[AT_ONCE];

    private int chunks;

    DictionaryBuffer(ChunkSink sink, TableId table, int column, MemoryBudget budget) {
        this.sink = sink;
        this.table = table;
        this.column = column;
        this.codes = new HashCodes(budget);
        this.hash = TextHash.random();
    }

    /**
     * Codes of texts, one after the other.
     *
     * @param texts null where missing
     * @throws TooManyTextsException where there is no memory for one more
     */
    void codes(String[] texts, int from, int count, int[] into, int at) {
        for (int done = 0; done < count; done += AT_ONCE) {
            codesAtOnce(texts, from + done, Math.min(AT_ONCE, count - done), into, at + done);
        }
    }

    private void codesAtOnce(String[] texts, int from, int count, int[] into, int at) {
        int pending = 0;
        for (int i = 0; i < count; i++) {
            String text = texts[from + i];
            int code = text == null ? 0 : recent.find(text);
            into[at + i] = code;
            if (code == 0 && text != null) {
                hash.hash(text);
                if (!hash.isPlain()) {
                    hash.hash(readBack(text));
                }
                rows[pending] = i;
                lows[pending] = hash.low();
                highs[pending++] = hash.high();
            }
        }
        codes.find(lows, highs, pending, known);
        for (int i = 0; i < pending; i++) {
            // one that was not known may have come before it
            int code = known[i] != 0 ? known[i] : codes.find(lows[i], highs[i]);
            if (code == 0) {
                code = add(readBack(texts[from + rows[i]]), lows[i], highs[i]);
            }
            into[at + rows[i]] = code;
            recent.put(texts[from + rows[i]], code);
        }
    }

    /** The code of one text. */
    int code(String text) {
        int[] code = new int[1];
        codes(new String[] {text}, 0, 1, code, 0);
        return code[0];
    }

    /** Half a surrogate pair cannot be written: two such texts that would be read alike are one from the start. */
    static String readBack(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    private int add(String text, long low, long high) {
        int code = codes.add(low, high);
        if (code == 0) {
            throw new TooManyTextsException(column, codes.size());
        }
        fresh.add(text);
        freshCharacters += text.length();
        if (freshCharacters >= CHUNK_CHARACTERS || fresh.size() >= CHUNK_TEXTS) {
            flush();
        }
        return code;
    }

    /** Writes the texts that came since the last time. */
    void flush() {
        if (!fresh.isEmpty()) {
            ChunkKey key = new ChunkKey(table, column, ChunkKey.Kind.DICTIONARY, chunks++);
            sink.write(key, ChunkFrame.wrap(key, DictionaryCodec.encode(fresh)));
            fresh.clear();
            freshCharacters = 0;
        }
    }

    /** Forgets all; what was not written is lost. */
    @Override
    public void close() {
        codes.close();
        fresh.clear();
    }
}
