package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.engine.table.internal.KeyCodes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows that take the place of stored rows with the same key. First all new rows are told, then the stored rows are asked
 * for that have none of their keys. A row that lacks a value of the key has none and takes no place. Holds numbers and
 * hashes, no texts. Used by one thread.
 */
public final class NewKeys implements AutoCloseable {
    private static final int FIRST = 1 << 6;

    private final KeyCodes codes;
    private final MemoryBudget budget;

    /** By key less 1: how many new rows have it. */
    private int[] rows = new int[FIRST];

    private long taken;
    private long keyed;
    private long withoutKey;

    /** Keys that stored rows have too. */
    private final BitSet known = new BitSet();

    /**
     * @param fields columns of both tables
     * @param columns of the key, one at the least
     * @param budget given back when this is closed
     */
    public NewKeys(List<Field> fields, List<Integer> columns, MemoryBudget budget) {
        this.codes = new KeyCodes(fields, columns, budget);
        this.budget = budget;
    }

    /**
     * Tells new rows, as they are written.
     *
     * @throws TooManyKeysException where the budget is used up
     */
    public void add(List<Column> columns) {
        for (int key : codes.add(columns)) {
            if (key == 0) {
                withoutKey++;
            } else {
                makeRoom(key);
                rows[key - 1]++;
                keyed++;
            }
        }
    }

    private void makeRoom(int key) {
        if (key > rows.length) {
            long bytes = (long) Integer.BYTES * rows.length;
            if (!budget.take(bytes)) {
                throw new TooManyKeysException(key - 1);
            }
            taken += bytes;
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
    }

    /**
     * The stored rows that stay; to be called after all new rows were told.
     *
     * @param stored of the same columns
     * @throws CorruptChunkException where a chunk is missing or damaged, also later on
     */
    public RowChoice others(StoredTable stored, JobControl job) {
        TableChunks table = new TableChunks(stored);
        KeyCodes.Stored found = codes.in(table, job);
        return chunk -> {
            int[] keys = found.find(chunk);
            BitSet kept = new BitSet();
            kept.set(0, keys.length);
            for (int row = 0; row < keys.length; row++) {
                if (keys[row] != 0) {
                    kept.clear(row);
                    known.set(keys[row] - 1);
                }
            }
            return kept;
        };
    }

    /** New rows that lack a value of the key. */
    public long withoutKey() {
        return withoutKey;
    }

    /** New rows whose key a stored row had, of the chunks that were asked for. */
    public long replacing() {
        return known.stream().mapToLong(key -> rows[key]).sum();
    }

    /** New rows whose key no stored row had, of the chunks that were asked for. */
    public long added() {
        return keyed - replacing();
    }

    /** Forgets all and gives the memory back. */
    @Override
    public void close() {
        codes.close();
        budget.giveBack(taken);
        taken = 0;
    }
}
