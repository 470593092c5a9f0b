package fr.sillage.engine.aggregate.internal;

/** Counts rows and their distinct persons, where the rows of a person come one after the other. Used by one thread. */
final class PersonTally {
    private final int[] personOf;
    private long rows;
    private long persons;
    private int last;

    /** @param personOf of the rows of the chunk that is scanned; 0 where nobody is named: such a row is a person of its own */
    PersonTally(int[] personOf) {
        this.personOf = personOf;
    }

    void add(int row) {
        int person = personOf[row];
        rows++;
        if (person == 0 || person != last) {
            last = person;
            persons++;
        }
    }

    /** Some rows that come one after the other. */
    void add(long[] bits, int size) {
        for (int word = 0; word < bits.length; word++) {
            int first = word << 6;
            long left = bits[word];
            if (first + Long.SIZE > size) {
                left &= (1L << size) - 1;
            }
            while (left != 0) {
                add(first + Long.numberOfTrailingZeros(left));
                left &= left - 1;
            }
        }
    }

    Counted.Outside all() {
        return new Counted.Outside(rows, persons);
    }
}
