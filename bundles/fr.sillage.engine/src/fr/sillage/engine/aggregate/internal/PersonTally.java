package fr.sillage.engine.aggregate.internal;

import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.order.internal.OrderedChunks;

/** Counts rows and their distinct persons, where the rows of a person come one after the other. Used by one thread. */
final class PersonTally {
    private final OrderedChunks table;
    private final int[] personOf;
    private long rows;
    private long persons;
    private int last;

    /** @param personOf of the rows of the chunk that is scanned; 0 where nobody is named: such a row is a person of its own */
    PersonTally(OrderedChunks table, int[] personOf) {
        this.table = table;
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

    /** Rows of a whole chunk, as bits, of which none comes a second time. */
    void add(int chunk, long[] bits) {
        int count = Bits.count(bits);
        if (count > 0) {
            rows += count;
            persons += table.persons(chunk, bits);
        }
    }

    Counted.Outside all() {
        return new Counted.Outside(rows, persons);
    }
}
