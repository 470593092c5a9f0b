package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.engine.aggregate.internal.AggregateScan;
import fr.sillage.engine.rows.internal.FrameScan;
import fr.sillage.engine.rows.internal.SequenceScan;
import fr.sillage.engine.rows.internal.TextScan;
import fr.sillage.engine.table.internal.SlotTable;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers queries by scanning the columns that they name, and the one that names the person. Thread-safe. */
public final class ScanQueryEngine implements QueryEngine {
    private static final long LEAST_MEMORY = 16L << 20;
    private static final int MEMORY_PART = 8;
    private static final int ANSWERS_PART = 4;

    private final Map<String, SlotTable> slots;
    private final long memory;
    private final long answers;

    /** @param slots for each slot the table that fills it */
    public ScanQueryEngine(Map<String, StoredTable> slots) {
        this(slots, ofHeap(MEMORY_PART), ofHeap(ANSWERS_PART));
    }

    /**
     * @param memory bytes that a query may use beside its answer and the columns; with less it scans more often
     * @param answers bytes that an answer of single rows may take; one that takes more is refused
     */
    ScanQueryEngine(Map<String, StoredTable> slots, long memory, long answers) {
        this.slots = slots.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new SlotTable(new TableChunks(entry.getValue()))));
        this.memory = memory;
        this.answers = answers;
    }

    private static long ofHeap(int part) {
        return Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / part);
    }

    @Override
    @SuppressWarnings("unchecked") // the sealed query fixes what the answer is
    public <R> R answer(Query<R> query, JobControl job) {
        return switch (query) {
            case Query.Aggregate aggregate -> (R) cells(aggregate, job);
            case Query.Sequences sequences ->
                (R) new SequenceScan(sequences, table(sequences.slot()), answers, job).answer();
            case Query.Texts texts -> (R) new TextScan(texts, table(texts.slot()), answers, job).answer();
            case Query.Frame frame -> (R) new FrameScan(frame, table(frame.slot()), answers, job).answer();
        };
    }

    private Cells cells(Query.Aggregate aggregate, JobControl job) {
        return AggregateScan.of(aggregate, this::table, memory, job).count();
    }

    @Override
    public Cells overlaps(String slot, List<? extends Key> by, List<Filter> groups, JobControl job) {
        return AggregateScan.overlaps(slot, by, groups, table(slot), memory, job)
                .count();
    }

    private SlotTable table(String slot) {
        SlotTable table = slots.get(slot);
        if (table == null) {
            throw new IllegalArgumentException("no slot " + slot);
        }
        return table;
    }
}
