package fr.sillage.engine.join.internal;

import java.util.Arrays;

/**
 * What one row becomes of many: for each code of a column some tuples, which are codes of some keys; a row of a linked
 * slot is a tuple.
 */
final class Explosion {
    /** Gives the codes that tell a row's tuples; thread-safe. */
    interface Source {
        void fill(int chunk, int rows, int[] into);
    }

    private final int[] keys;
    private final Source source;
    private final int[] starts;
    private final int[] tupleOf;
    private final int[][] tuples;

    /**
     * @param keys positions of the keys that the tuples are of
     * @param entries what becomes of each code
     */
    Explosion(int[] keys, Source source, Entries entries) {
        this.keys = keys;
        this.source = source;
        this.starts = entries.starts();
        this.tupleOf = entries.sorted();
        this.tuples = entries.tuples();
    }

    /** Positions of the keys that it gives codes of. */
    int[] keys() {
        return keys;
    }

    void fill(int chunk, int rows, int[] into) {
        source.fill(chunk, rows, into);
    }

    int start(int code) {
        return code < starts.length - 1 ? starts[code] : 0;
    }

    int end(int code) {
        return code < starts.length - 1 ? starts[code + 1] : 0;
    }

    /** Puts the codes of an entry into their places among those of all keys. */
    void put(int entry, int[] codes) {
        int[] tuple = tuples[tupleOf[entry]];
        for (int i = 0; i < keys.length; i++) {
            codes[keys[i]] = tuple[i];
        }
    }

    /**
     * What each entry adds to a number.
     *
     * @param steps for each key what one more of its codes adds
     * @param missing stands for an entry that lacks a key
     */
    int[] parts(int[] steps, int missing) {
        int[] ofTuples = new int[tuples.length];
        for (int tuple = 0; tuple < tuples.length; tuple++) {
            for (int i = 0; i < keys.length; i++) {
                int code = tuples[tuple][i];
                ofTuples[tuple] = ofTuples[tuple] == missing || code == 0
                        ? missing
                        : ofTuples[tuple] + (code - 1) * steps[keys[i]];
            }
        }
        int[] parts = new int[tupleOf.length];
        for (int entry = 0; entry < parts.length; entry++) {
            parts[entry] = ofTuples[tupleOf[entry]];
        }
        return parts;
    }

    /** Collects codes with their tuples. */
    static final class Entries {
        private final Tuples tuples;
        private int[] codes = new int[1 << 10];
        private int[] tupleOf = new int[1 << 10];
        private int size;
        private int highest;

        /** @param width how many codes a tuple has */
        Entries(int width) {
            this.tuples = new Tuples(width);
        }

        void add(int code, int[] tuple) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, Math.multiplyExact(size, 2));
                tupleOf = Arrays.copyOf(tupleOf, codes.length);
            }
            codes[size] = code;
            tupleOf[size++] = tuples.numberOf(tuple);
            highest = Math.max(highest, code);
        }

        private int[] starts() {
            int[] starts = new int[highest + 2];
            for (int i = 0; i < size; i++) {
                starts[codes[i] + 1]++;
            }
            for (int code = 1; code < starts.length; code++) {
                starts[code] += starts[code - 1];
            }
            return starts;
        }

        private int[] sorted() {
            int[] next = starts();
            int[] sorted = new int[size];
            for (int i = 0; i < size; i++) {
                sorted[next[codes[i]]++] = tupleOf[i];
            }
            return sorted;
        }

        private int[][] tuples() {
            return tuples.all();
        }
    }
}
