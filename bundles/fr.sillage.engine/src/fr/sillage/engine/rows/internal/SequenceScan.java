package fr.sillage.engine.rows.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.SequenceSet;
import fr.sillage.engine.filter.internal.Filters;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.order.internal.OrderedChunks;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.table.internal.SlotTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers {@link Query.Sequences}: counts the rows of each person, gives the persons room in an order that tells
 * nothing, scans again to put the rows there, and sorts those of each person. Where the table can be read person after
 * person, {@link OrderedSequences} does it. Used once.
 */
public final class SequenceScan {
    private static final double COUNTED = 0.3;
    private static final double PLACED = 0.8;
    private static final int BYTES_OF_PERSON = 3 * Integer.BYTES;
    private static final int BYTES_OF_ROW = Integer.BYTES + Long.BYTES;

    private final SlotTable table;
    private final RowSet taken;
    private final int time;
    private final ColumnCodes persons;
    private final ColumnCodes states;
    private final AnswerBudget budget;
    private final JobControl job;

    /**
     * @param memory bytes that the answer may take
     * @throws IllegalArgumentException where a column is not there or not of a fitting type
     */
    public SequenceScan(Query.Sequences query, SlotTable stored, long memory, JobControl job) {
        this.table = byPerson(query, stored, job);
        this.job = job;
        this.budget = new AnswerBudget(memory);
        this.taken = new Filters(table).rows(query.filter());
        this.persons = Keys.persons(table.chunks(), table.column(query.subject()));
        this.states = Keys.codes(
                query.state(), table.chunks(), table.nameless(query.state().field()));
        this.time = table.column(query.time());
        Type type = table.field(time).type();
        if (type.isText() || type == Type.DECIMAL) {
            throw new IllegalArgumentException("no order of time in a " + type);
        }
    }

    /** The table person after person, where persons are asked for and memory allows it. */
    private static SlotTable byPerson(Query.Sequences query, SlotTable stored, JobControl job) {
        if (!stored.subject().equals(OptionalInt.of(stored.column(query.subject())))) {
            return stored;
        }
        Set<Integer> columns = Stream.concat(
                        Stream.of(query.time(), query.state().field()),
                        query.filter().fields())
                .map(stored::column)
                .collect(Collectors.toSet());
        return OrderedChunks.of(stored, columns, job).map(SlotTable::new).orElse(stored);
    }

    /** @throws fr.sillage.api.query.AnswerTooLargeException where it takes more memory than it may */
    public SequenceSet answer() {
        persons.prepare(job);
        states.prepare(job);
        if (table.chunks() instanceof OrderedChunks ordered) {
            return new OrderedSequences(ordered, this::rows, states, budget, job).answer();
        }
        int highest = persons.highest();
        budget.require((long) BYTES_OF_PERSON * highest);
        AtomicIntegerArray ofPerson = new AtomicIntegerArray(highest + 1);
        List<SequenceCounter> counted = new Parallel(job, 0, COUNTED)
                .each(
                        table.chunks().chunks(),
                        Integer.MAX_VALUE,
                        () -> new SequenceCounter(rows(), new Occurring(List.of(states)), ofPerson));
        Labels labels = Occurring.labels(
                        List.of(states),
                        counted.stream().map(SequenceCounter::occurring).toList())
                .getFirst();
        int[] starts = starts(ofPerson);
        int[] codes = new int[starts[starts.length - 1]];
        long[] times = new long[codes.length];
        new Parallel(job, COUNTED, PLACED)
                .each(
                        table.chunks().chunks(),
                        Integer.MAX_VALUE,
                        () -> new SequencePlacer(rows(), labels.places(), ofPerson, codes, times));
        new Parallel(job, PLACED, 1)
                .each(SequenceSorter.pieces(starts), Integer.MAX_VALUE, () -> new SequenceSorter(starts, codes, times));
        job.progress(1);
        return new SequenceSet(
                labels.texts(),
                starts,
                codes,
                times,
                SequenceRows.leftOut(counted.stream().map(SequenceCounter::rows).toList()));
    }

    private SequenceRows rows() {
        return new SequenceRows(table.chunks(), taken, persons, states, time);
    }

    /**
     * Where each sequence begins, the persons shuffled, and at last where they end.
     *
     * @param ofPerson how many rows each one has; then where that person's sequence begins
     */
    private int[] starts(AtomicIntegerArray ofPerson) {
        int count = 0;
        long rows = 0;
        for (int person = 1; person < ofPerson.length(); person++) {
            count += ofPerson.get(person) > 0 ? 1 : 0;
            rows += ofPerson.get(person);
        }
        budget.require((long) BYTES_OF_PERSON * ofPerson.length() + BYTES_OF_ROW * rows);
        budget.requireRows(rows, BYTES_OF_ROW);
        int[] order = new int[count];
        for (int person = 1, at = 0; person < ofPerson.length(); person++) {
            if (ofPerson.get(person) > 0) {
                order[at++] = person;
            }
        }
        Shuffle.shuffle(order);
        int[] starts = new int[count + 1];
        for (int sequence = 0; sequence < count; sequence++) {
            starts[sequence + 1] = starts[sequence] + ofPerson.getAndSet(order[sequence], starts[sequence]);
        }
        return starts;
    }
}
