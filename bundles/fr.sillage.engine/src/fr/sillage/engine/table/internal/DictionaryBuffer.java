package fr.sillage.engine.table.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.TableId;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.DictionaryCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of one column and their codes, over the whole table: from 1, in order of appearance; 0 is missing. */
final class DictionaryBuffer {
    private static final int CHUNK_CHARACTERS = 1 << 22;

    private final ChunkSink sink;
    private final TableId table;
    private final int column;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();
    private int highest;
    private int freshCharacters;
    private int chunks;

    DictionaryBuffer(ChunkSink sink, TableId table, int column) {
        this.sink = sink;
        this.table = table;
        this.column = column;
    }

    /** @param text null where missing */
    int code(String text) {
        if (text == null) {
            return 0;
        }
        Integer known = codes.get(text);
        return known != null ? known : newCode(text);
    }

    private int newCode(String text) {
        // half a surrogate pair cannot be written: two such texts that would be read alike are one from the start
        String readBack = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Integer code = codes.get(readBack);
        if (code == null) {
            code = ++highest;
            codes.put(readBack, code);
            fresh.add(readBack);
            freshCharacters += readBack.length();
        }
        codes.put(text, code);
        if (freshCharacters >= CHUNK_CHARACTERS) {
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
}
