package fr.sillage.engine.order.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Keys;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.Optional;

/**
 * A table's rows, person after person, in chunks that hold whole persons: who is counted once is found in passing.
 * Rows that name nobody come first, each a person of its own.
 *
 * @param places for each stored row its place
 * @param starts for each person the place of the first row, and at last how many rows there are
 * @param codes for each person the code of the column that names it, 0 where nobody is named
 * @param first for each chunk its first person, and at last how many there are
 */
record PersonOrder(int[] places, int[] starts, int[] codes, int[] first) implements SharedCache.Held {
    private static final int HEADER = 128;

    /** Rows from which on a chunk is full. */
    private static final int CHUNK_ROWS = 1 << 14;

    /** Most rows of one person: a chunk holds all of them. */
    private static final int MOST_OF_PERSON = 1 << 16;

    /** Names the order of a table by one of its columns; without any rows where some person has too many. */
    private record OrderKey(TableId table, int subject) implements SharedCache.Key {}

    /**
     * The order of a table, out of the cache or made now.
     *
     * @param subject the column that names the person
     * @return empty where one person has more rows than a chunk may
     */
    static Optional<PersonOrder> of(TableChunks table, int subject, JobControl job) {
        PersonOrder order = table.cache()
                .get(new OrderKey(table.table().id(), subject), PersonOrder.class, () -> make(table, subject, job));
        return order.starts.length == 0 ? Optional.empty() : Optional.of(order);
    }

    /** How much memory the order of a table takes, about: with two rows a person, where it is not known yet. */
    static long bytes(TableChunks table, int subject) {
        return table.cache()
                .find(new OrderKey(table.table().id(), subject), PersonOrder.class)
                .map(PersonOrder::bytes)
                .orElse(HEADER + 2 * Integer.BYTES * table.table().rows());
    }

    private static PersonOrder make(TableChunks table, int subject, JobControl job) {
        ColumnCodes persons = Keys.persons(table.passing(), subject);
        persons.prepare(job);
        int[] places = new int[Math.toIntExact(table.table().rows())];
        new Parallel(job, 0, 0).each(table.chunks(), Integer.MAX_VALUE, () -> {
            int[] codes = new int[table.mostRows()];
            return chunk -> {
                persons.fill(chunk, codes);
                System.arraycopy(codes, 0, places, chunk * table.mostRows(), table.rows(chunk));
            };
        });
        int highest = 0;
        for (int code : places) {
            highest = Math.max(highest, code);
        }
        return placed(places, highest);
    }

    /** @param places the persons' codes, which become the rows' places */
    private static PersonOrder placed(int[] places, int highest) {
        int[] next = new int[highest + 2];
        for (int code : places) {
            next[code + 1]++;
        }
        int alone = next[1];
        int persons = alone;
        for (int code = 1; code <= highest; code++) {
            if (next[code + 1] > MOST_OF_PERSON) {
                return new PersonOrder(new int[0], new int[0], new int[0], new int[0]);
            }
            persons += next[code + 1] > 0 ? 1 : 0;
            next[code + 1] += next[code];
        }
        int[] starts = new int[persons + 1];
        int[] codes = new int[persons];
        for (int person = 0; person < alone; person++) {
            starts[person] = person;
        }
        for (int code = 1, person = alone; code <= highest; code++) {
            if (next[code + 1] > next[code]) {
                starts[person] = next[code];
                codes[person++] = code;
            }
        }
        starts[persons] = places.length;
        for (int row = 0; row < places.length; row++) {
            places[row] = next[places[row]]++;
        }
        return new PersonOrder(places, starts, codes, chunks(starts));
    }

    private static int[] chunks(int[] starts) {
        int[] first = new int[2 + starts[starts.length - 1] / CHUNK_ROWS];
        int chunk = 0;
        for (int person = 0; person < starts.length - 1; person++) {
            if (starts[person] - starts[first[chunk]] >= CHUNK_ROWS) {
                first[++chunk] = person;
            }
        }
        first[++chunk] = starts.length - 1;
        return Arrays.copyOf(first, starts.length == 1 ? 1 : chunk + 1);
    }

    int chunks() {
        return first.length - 1;
    }

    /** The place where a chunk begins. */
    int start(int chunk) {
        return starts[first[chunk]];
    }

    int rows(int chunk) {
        return start(chunk + 1) - start(chunk);
    }

    @Override
    public long bytes() {
        return HEADER + (long) Integer.BYTES * (places.length + starts.length + codes.length + first.length);
    }
}
