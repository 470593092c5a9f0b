package fr.sillage.engine.table.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.TableId;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.CodeCodec;
import fr.sillage.engine.codec.internal.Content;
import fr.sillage.engine.codec.internal.DoubleCodec;
import fr.sillage.engine.codec.internal.LongCodec;
import java.util.BitSet;

/** The rows of one column that are not yet a chunk. */
public final class ColumnBuffer {
    public static final int CHUNK_ROWS = 65_536;

    private final ChunkSink sink;
    private final TableId table;
    private final int column;
    private final Type type;

    private final DictionaryBuffer dictionary;
    private final int[] codes;
    private final long[] longs;
    private final double[] doubles;
    private final BitSet missing = new BitSet(CHUNK_ROWS);
    private int rows;
    private int chunks;

    public ColumnBuffer(ChunkSink sink, TableId table, int column, Type type) {
        this.sink = sink;
        this.table = table;
        this.column = column;
        this.type = type;
        this.dictionary = new DictionaryBuffer(sink, table, column);
        this.codes = new int[type.isText() ? CHUNK_ROWS : 0];
        this.doubles = new double[type == Type.DECIMAL ? CHUNK_ROWS : 0];
        this.longs = new long[type.isText() || type == Type.DECIMAL ? 0 : CHUNK_ROWS];
    }

    /** Whether these are values of the column's type. */
    public boolean takes(Column values) {
        return switch (values) {
            case Column.Texts texts -> type.isText();
            case Column.Doubles numbers -> type == Type.DECIMAL;
            case Column.Longs numbers -> !type.isText() && type != Type.DECIMAL;
        };
    }

    /** @param values such that {@link #takes} them */
    public void append(Column values) {
        int from = 0;
        while (from < values.size()) {
            int count = Math.min(values.size() - from, CHUNK_ROWS - rows);
            put(values, from, count);
            rows += count;
            from += count;
            if (rows == CHUNK_ROWS) {
                flush();
            }
        }
    }

    private void put(Column values, int from, int count) {
        switch (values) {
            case Column.Texts texts -> {
                for (int i = 0; i < count; i++) {
                    codes[rows + i] = dictionary.code(texts.values()[from + i]);
                }
            }
            case Column.Longs numbers -> {
                System.arraycopy(numbers.values(), from, longs, rows, count);
                putMissing(numbers, from, count);
            }
            case Column.Doubles numbers -> {
                System.arraycopy(numbers.values(), from, doubles, rows, count);
                putMissing(numbers, from, count);
                for (int i = rows; i < rows + count; i++) {
                    if (Double.isNaN(doubles[i])) {
                        missing.set(i); // not a number is no value
                    }
                }
            }
        }
    }

    private void putMissing(Column values, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (values.isMissing(from + i)) {
                missing.set(rows + i);
            }
        }
    }

    /** Writes what is left. */
    public void flush() {
        if (rows > 0) {
            dictionary.flush(); // first, so that whoever finds codes finds their texts too
            ChunkKey key = new ChunkKey(table, column, ChunkKey.Kind.VALUES, chunks++);
            sink.write(key, ChunkFrame.wrap(key, content()));
            rows = 0;
            missing.clear();
        }
    }

    private Content content() {
        return switch (type) {
            case CATEGORY, TEXT -> CodeCodec.encode(codes, rows);
            case DECIMAL -> DoubleCodec.encode(doubles, missing, rows);
            case INTEGER, DATE, TIMESTAMP -> LongCodec.encode(longs, missing, rows);
        };
    }
}
