package fr.sillage.engine.table.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.ColumnRows;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.TableId;
import fr.sillage.engine.codec.internal.ChunkFrame;
import fr.sillage.engine.codec.internal.CodeCodec;
import fr.sillage.engine.codec.internal.Content;
import fr.sillage.engine.codec.internal.DoubleCodec;
import fr.sillage.engine.codec.internal.LongCodec;
import fr.sillage.engine.codec.internal.Packing;
import fr.sillage.engine.column.internal.CodeChunk;
import java.util.Arrays;
import java.util.BitSet;

/** The rows of one column that are not yet a chunk. */
public final class ColumnBuffer implements AutoCloseable {
    public static final int CHUNK_ROWS = 65_536;
    private static final int FIRST_ROWS = 1_024;

    private final ChunkSink sink;
    private final TableId table;
    private final int column;
    private final Type type;

    private final DictionaryBuffer dictionary;
    private final Packing packing = new Packing();
    private final NumberedCodes numbered = new NumberedCodes();
    private final BitSet missing = new BitSet();

    // of these three the one of the column's type; they grow, so that thousands of columns of few rows take little
    private int[] codes = {};
    private long[] longs = {};
    private double[] doubles = {};

    private int rows;
    private int chunks;

    /** @param budget for what tells texts apart */
    public ColumnBuffer(ChunkSink sink, TableId table, int column, Type type, MemoryBudget budget) {
        this.sink = sink;
        this.table = table;
        this.column = column;
        this.type = type;
        this.dictionary = new DictionaryBuffer(sink, table, column, budget);
    }

    /** Whether these are values of the column's type. */
    public boolean takes(ColumnRows values) {
        return switch (values) {
            case ColumnRows.Numbered texts -> type.isText();
            case ColumnRows.Plain plain -> takes(plain.values());
        };
    }

    private boolean takes(Column values) {
        return switch (values) {
            case Column.Texts texts -> type.isText();
            case Column.Doubles numbers -> type == Type.DECIMAL;
            case Column.Longs numbers -> !type.isText() && type != Type.DECIMAL;
        };
    }

    /** @param values such that {@link #takes} them */
    public void append(ColumnRows values) {
        switch (values) {
            case ColumnRows.Numbered texts -> append(numbered.of(texts, dictionary));
            case ColumnRows.Plain plain -> append(plain.values());
        }
    }

    void append(Column values) {
        int from = 0;
        while (from < values.size()) {
            int count = Math.min(values.size() - from, CHUNK_ROWS - rows);
            makeRoom(rows + count);
            put(values, from, count);
            taken(count);
            from += count;
        }
    }

    /** Takes rows that are stored already. @param values of a table whose dictionary was {@linkplain #adopt adopted} */
    void append(CodeChunk values) {
        int[] stored = new int[values.size()];
        values.copyTo(stored);
        append(stored);
    }

    private void append(int[] stored) {
        int from = 0;
        while (from < stored.length) {
            int count = Math.min(stored.length - from, CHUNK_ROWS - rows);
            makeRoom(rows + count);
            System.arraycopy(stored, from, codes, rows, count);
            taken(count);
            from += count;
        }
    }

    /** Gives a text of a table's dictionary the code that it has there: to be called in their order, before all else. */
    boolean adopt(String text, int code) {
        return dictionary.code(text) == code;
    }

    /** The code that a text has among the texts of this column, from now on. */
    int code(String text) {
        return dictionary.code(text);
    }

    private void taken(int count) {
        rows += count;
        if (rows == CHUNK_ROWS) {
            flush();
        }
    }

    private void makeRoom(int wanted) {
        switch (type) {
            case CATEGORY, TEXT -> codes = wanted > codes.length ? Arrays.copyOf(codes, room(wanted)) : codes;
            case DECIMAL -> doubles = wanted > doubles.length ? Arrays.copyOf(doubles, room(wanted)) : doubles;
            case INTEGER, DATE, TIMESTAMP -> longs = wanted > longs.length ? Arrays.copyOf(longs, room(wanted)) : longs;
        }
    }

    private static int room(int wanted) {
        return wanted <= FIRST_ROWS ? FIRST_ROWS : Math.min(CHUNK_ROWS, Integer.highestOneBit(wanted - 1) * 2);
    }

    private void put(Column values, int from, int count) {
        switch (values) {
            case Column.Texts texts -> dictionary.codes(texts.values(), from, count, codes, rows);
            case Column.Longs numbers -> {
                System.arraycopy(numbers.values(), from, longs, rows, count);
                putMissing(numbers.missing(), from, count);
            }
            case Column.Doubles numbers -> {
                System.arraycopy(numbers.values(), from, doubles, rows, count);
                putMissing(numbers.missing(), from, count);
                for (int i = rows; i < rows + count; i++) {
                    if (Double.isNaN(doubles[i])) {
                        missing.set(i); // not a number is no value
                    }
                }
            }
        }
    }

    private void putMissing(BitSet gone, int from, int count) {
        for (int row = gone.nextSetBit(from); row >= 0 && row < from + count; row = gone.nextSetBit(row + 1)) {
            missing.set(rows + row - from);
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

    /** Gives back what it took of the budget; rows that were not written are lost. */
    @Override
    public void close() {
        dictionary.close();
    }

    private Content content() {
        return switch (type) {
            case CATEGORY, TEXT -> CodeCodec.encode(codes, rows, packing);
            case DECIMAL -> DoubleCodec.encode(doubles, missing, rows);
            case INTEGER, DATE, TIMESTAMP -> LongCodec.encode(longs, missing, rows, packing);
        };
    }
}
