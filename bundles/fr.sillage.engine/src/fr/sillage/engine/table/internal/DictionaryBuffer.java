package fr.sillage.engine.table.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TooManyTextsException;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.DictionaryCodec;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one column and their codes, over the whole table: from 1, in order of appearance; 0 is missing. Texts
 * that were written are remembered by a hash alone.
 */
final class DictionaryBuffer implements AutoCloseable {
    private static final int CHUNK_CHARACTERS = 1 << 22;
    private static final int CHUNK_TEXTS = 1 << 16;

    private final ChunkSink sink;
    private final TableId table;
    private final int column;

    private final TextHash hash;
    private final HashCodes codes;
    private final RecentTexts recent = new RecentTexts();
    private final List<String> fresh = new ArrayList<>();
    private int freshCharacters;
    private int chunks;

    DictionaryBuffer(ChunkSink sink, TableId table, int column, MemoryBudget budget) {
        this.sink = sink;
        this.table = table;
        this.column = column;
        this.codes = new HashCodes(budget);
        SecureRandom random = new SecureRandom();
        this.hash = new TextHash(random.nextLong(), random.nextLong());
    }

    /**
     * @param text null where missing
     * @throws TooManyTextsException where there is no memory for one more
     */
    int code(String text) {
        if (text == null) {
            return 0;
        }
        int code = recent.find(text);
        if (code == 0) {
            code = codeOf(readBack(text));
            recent.put(text, code);
        }
        return code;
    }

    /** Half a surrogate pair cannot be written: two such texts that would be read alike are one from the start. */
    private static String readBack(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    private int codeOf(String text) {
        hash.hash(text);
        int known = codes.find(hash.low(), hash.high());
        if (known != 0) {
            return known;
        }
        int code = codes.add(hash.low(), hash.high());
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
