package fr.sillage.engine.aggregate.internal;

import java.util.Arrays;
import java.util.List;

/** Rows and distinct persons that are in no cell. Used by one thread. */
final class LeftOut {
    private long rows;
    private long alone;
    private long[] persons = {};

    /** @param person 0 where the row names nobody: it is a person of its own */
    void add(int person) {
        rows++;
        if (person == 0) {
            alone++;
            return;
        }
        int word = person >>> 6;
        if (word >= persons.length) {
            persons = Arrays.copyOf(persons, Math.max(word + 1, 2 * persons.length));
        }
        persons[word] |= 1L << person;
    }

    /** Of several together. */
    static Counted.Outside together(List<LeftOut> parts) {
        return new Counted.Outside(parts.stream().mapToLong(part -> part.rows).sum(), persons(parts));
    }

    private static long persons(List<LeftOut> parts) {
        long count = 0;
        int words = 0;
        for (LeftOut part : parts) {
            count += part.alone;
            words = Math.max(words, part.persons.length);
        }
        for (int word = 0; word < words; word++) {
            long together = 0;
            for (LeftOut part : parts) {
                together |= word < part.persons.length ? part.persons[word] : 0;
            }
            count += Long.bitCount(together);
        }
        return count;
    }
}
