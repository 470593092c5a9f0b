package fr.sillage.engine.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.TableId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one column that are not yet a chunk, and its dictionary. */
public final class ColumnBuffer {
    public static final int CHUNK_ROWS = 65_536;

    private final ChunkSink sink;
    private final TableId table;
    private final int column;
    private final Type type;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();
    private final int[] codeRows;
    private final long[] longRows;
    private final double[] doubleRows;
    private BitSet missing = new BitSet(CHUNK_ROWS);
    private int rows;
    private int chunks;
    private int dictionaries;

    public ColumnBuffer(ChunkSink sink, TableId table, int column, Type type) {
        this.sink = sink;
        this.table = table;
        this.column = column;
        this.type = type;
        this.codeRows = new int[type.isText() ? CHUNK_ROWS : 0];
        this.doubleRows = new double[type == Type.DECIMAL ? CHUNK_ROWS : 0];
        this.longRows = new long[type.isText() || type == Type.DECIMAL ? 0 : CHUNK_ROWS];
    }

    /** @throws IllegalArgumentException where the values are not of the column's type */
    public void append(Column values) {
        for (int row = 0; row < values.size(); row++) {
            put(values, row);
            if (++rows == CHUNK_ROWS) {
                flush();
            }
        }
    }

    private void put(Column values, int row) {
        switch (values) {
            case Column.Texts texts when type.isText() -> codeRows[rows] = code(texts.values()[row]);
            case Column.Longs longs when longRows.length > 0 -> longRows[rows] = longs.values()[row];
            case Column.Doubles doubles when type == Type.DECIMAL -> doubleRows[rows] = doubles.values()[row];
            default -> throw new IllegalArgumentException("values of another type than " + type);
        }
        if (values.isMissing(row)) {
            missing.set(rows);
        }
    }

    private int code(String text) {
        if (text == null) {
            return 0;
        }
        Integer known = codes.get(text);
        if (known == null) {
            known = codes.size() + 1;
            codes.put(text, known);
            fresh.add(text);
        }
        return known;
    }

    /** Writes what is left. */
    public void flush() {
        if (!fresh.isEmpty()) {
            write(ChunkKey.Kind.DICTIONARY, dictionaries++, DictionaryCodec.encode(fresh));
            fresh.clear();
        }
        if (rows > 0) {
            byte[] content = type.isText() ? CodeCodec.encode(codeRows, rows)
                    : type == Type.DECIMAL ? DoubleCodec.encode(doubleRows, missing, rows)
                    : LongCodec.encode(longRows, missing, rows);
            write(ChunkKey.Kind.VALUES, chunks++, content);
            rows = 0;
            missing = new BitSet(CHUNK_ROWS);
        }
    }

    private void write(ChunkKey.Kind kind, int number, byte[] content) {
        ChunkKey key = new ChunkKey(table, column, kind, number);
        sink.write(key, ChunkFrame.wrap(key, content));
    }
}
