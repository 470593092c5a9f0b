package fr.sillage.engine.rows.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.SequenceSet;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.order.internal.OrderedChunks;
import fr.sillage.engine.scan.internal.Parallel;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sequences of a table that is read person after person: a scan counts the rows of each person, and a second one sorts
 * them and puts them where the person's sequence has its room, in an order that tells nothing. Used once.
 */
final class OrderedSequences {
    private static final double COUNTED = 0.3;
    private static final int BYTES_OF_PERSON = 3 * Integer.BYTES;
    private static final int BYTES_OF_ROW = Integer.BYTES + Long.BYTES;

    private final OrderedChunks table;
    private final Supplier<SequenceRows> rows;
    private final ColumnCodes states;
    private final AnswerBudget budget;
    private final JobControl job;

    /**
     * @param rows makes what reads the rows, one for each thread
     * @param states prepared
     */
    OrderedSequences(
            OrderedChunks table, Supplier<SequenceRows> rows, ColumnCodes states, AnswerBudget budget, JobControl job) {
        this.table = table;
        this.rows = rows;
        this.states = states;
        this.budget = budget;
        this.job = job;
    }

    /** @throws fr.sillage.api.query.AnswerTooLargeException where it takes more memory than it may */
    SequenceSet answer() {
        budget.require((long) BYTES_OF_PERSON * table.persons());
        int[] ofPerson = new int[table.persons()];
        List<Counter> counted =
                new Parallel(job, 0, COUNTED).each(table.chunks(), Integer.MAX_VALUE, () -> new Counter(ofPerson));
        Labels labels = Occurring.labels(
                        List.of(states), counted.stream().map(c -> c.occurring).toList())
                .getFirst();
        int[] starts = starts(ofPerson);
        int[] codes = new int[starts[starts.length - 1]];
        long[] times = new long[codes.length];
        new Parallel(job, COUNTED, 1)
                .each(
                        table.chunks(),
                        Integer.MAX_VALUE,
                        () -> new Placer(ofPerson, labels.places(), new SortedEvents(codes, times)));
        job.progress(1);
        return new SequenceSet(
                labels.texts(),
                starts,
                codes,
                times,
                SequenceRows.leftOut(counted.stream().map(c -> c.read).toList()));
    }

    /**
     * Where each sequence begins, the persons shuffled, and at last where they end.
     *
     * @param ofPerson how many rows each one has; then where that person's sequence begins, -1 where there is none
     */
    private int[] starts(int[] ofPerson) {
        int count = 0;
        long all = 0;
        for (int length : ofPerson) {
            count += length > 0 ? 1 : 0;
            all += length;
        }
        budget.require((long) BYTES_OF_PERSON * ofPerson.length + BYTES_OF_ROW * all);
        budget.requireRows(all, BYTES_OF_ROW);
        int[] order = new int[count];
        for (int person = 0, at = 0; person < ofPerson.length; person++) {
            if (ofPerson[person] > 0) {
                order[at++] = person;
            } else {
                ofPerson[person] = -1;
            }
        }
        Shuffle.shuffle(order);
        int[] starts = new int[count + 1];
        for (int sequence = 0; sequence < count; sequence++) {
            starts[sequence + 1] = starts[sequence] + ofPerson[order[sequence]];
            ofPerson[order[sequence]] = starts[sequence];
        }
        return starts;
    }

    /** Counts the rows of each person, and marks the states that occur. Used by one thread. */
    private final class Counter implements Parallel.Worker {
        private final SequenceRows read = rows.get();
        private final Occurring occurring = new Occurring(List.of(states));
        private final int[] ofPerson;

        Counter(int[] ofPerson) {
            this.ofPerson = ofPerson;
        }

        @Override
        public void work(int chunk) {
            read.load(chunk);
            long[] bits = read.rows();
            int[] ofState = read.states();
            boolean[] occurs = occurring.of(0);
            for (int person = table.firstPerson(chunk); person < table.firstPerson(chunk + 1); person++) {
                int end = table.firstRow(chunk, person + 1);
                int count = 0;
                for (int row = table.firstRow(chunk, person); row < end; row++) {
                    if ((bits[row >>> 6] >>> row & 1) != 0) {
                        occurs[ofState[row]] = true;
                        count++;
                    }
                }
                ofPerson[person] = count;
            }
        }
    }

    /** Puts the rows of each person into their places. Used by one thread. */
    private final class Placer implements Parallel.Worker {
        private final SequenceRows read = rows.get();
        private final int[] starts;
        private final int[] labels;
        private final SortedEvents events;

        /**
         * @param starts of each person the first place
         * @param labels for each state its place among the labels
         */
        Placer(int[] starts, int[] labels, SortedEvents events) {
            this.starts = starts;
            this.labels = labels;
            this.events = events;
        }

        @Override
        public void work(int chunk) {
            read.load(chunk);
            long[] bits = read.rows();
            int[] ofState = read.states();
            long[] times = read.times();
            for (int person = table.firstPerson(chunk); person < table.firstPerson(chunk + 1); person++) {
                if (starts[person] < 0) {
                    continue;
                }
                int end = table.firstRow(chunk, person + 1);
                events.begin(starts[person]);
                for (int row = table.firstRow(chunk, person); row < end; row++) {
                    if ((bits[row >>> 6] >>> row & 1) != 0) {
                        events.add(times[row], labels[ofState[row]]);
                    }
                }
                events.end();
            }
        }
    }
}
