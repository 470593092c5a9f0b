package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a table in which no column of texts holds one of certain texts as a whole: those of all other persons. */
public final class RowsWithout implements RowChoice {
    private final TableChunks table;

    /** By column the codes of the texts. */
    private final Map<Integer, BitSet> codes;

    private RowsWithout(TableChunks table, Map<Integer, BitSet> codes) {
        this.table = table;
        this.codes = codes;
    }

    /**
     * Looks through the dictionaries alone.
     *
     * @throws CorruptChunkException where a chunk is missing or damaged
     */
    public static RowsWithout of(StoredTable stored, Set<String> texts, JobControl job) {
        TableChunks table = new TableChunks(stored);
        Map<Integer, BitSet> codes = new TreeMap<>();
        for (int column = 0; column < stored.fields().size(); column++) {
            if (stored.fields().get(column).type().isText()) {
                job.check();
                BitSet found = new BitSet();
                table.eachText(column, (code, text) -> {
                    if (texts.contains(text)) {
                        found.set(code);
                    }
                });
                if (!found.isEmpty()) {
                    codes.put(column, found);
                }
            }
        }
        return new RowsWithout(table, codes);
    }

    /** Whether no row is left out. */
    public boolean isAll() {
        return codes.isEmpty();
    }

    @Override
    public BitSet kept(int chunk) {
        BitSet kept = new BitSet();
        kept.set(0, table.rows(chunk));
        codes.forEach((column, wanted) -> {
            CodeChunk values = table.knownCodes(column, chunk);
            int[] all = new int[values.size()];
            values.copyTo(all);
            for (int row = 0; row < all.length; row++) {
                if (wanted.get(all[row])) {
                    kept.clear(row);
                }
            }
        });
        return kept;
    }
}
