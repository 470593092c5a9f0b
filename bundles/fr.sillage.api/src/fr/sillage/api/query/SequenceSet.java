package fr.sillage.api.query;

import java.util.List;
import java.util.Objects;

/**
 * What each person went through, in the order of time: the answer to {@link Query.Sequences}. Persons are numbers from
 * 0 in an order that tells nothing, another one in each answer, so that two answers cannot be put side by side person
 * by person.
 */
public final class SequenceSet {
    private final List<String> states;
    private final int[] starts;
    private final int[] codes;
    private final long[] times;
    private final LeftOut leftOut;

    /**
     * Rows that the filter takes, but that are in no sequence. One that lacks several is counted once, for the first
     * that it lacks.
     *
     * @param withoutSubject rows that name nobody
     * @param withoutTime rows of somebody with a state, but at no time
     * @param withoutState rows of somebody, but without a state
     */
    public record LeftOut(long withoutSubject, long withoutTime, long withoutState) {}

    /**
     * @param states the states that occur, in their order; a code is a position in it
     * @param starts where each sequence begins in codes and times, and at last where they end; becomes the set's
     * @param codes of all sequences, one after the other; becomes the set's
     * @param times of all sequences, rising in each; becomes the set's
     */
    public SequenceSet(List<String> states, int[] starts, int[] codes, long[] times, LeftOut leftOut) {
        this.states = List.copyOf(states);
        this.starts = starts;
        this.codes = codes;
        this.times = times;
        this.leftOut = Objects.requireNonNull(leftOut);
        if (starts.length == 0 || codes.length != times.length || starts[starts.length - 1] != codes.length) {
            throw new IllegalArgumentException("states without times, or the other way round");
        }
    }

    /** The states that occur, in the order in which people expect them. */
    public List<String> states() {
        return states;
    }

    /** How many persons there are; each has a sequence of one state at the least. */
    public int size() {
        return starts.length - 1;
    }

    /** How many states a sequence has, repetitions included. */
    public int length(int sequence) {
        return starts[sequence + 1] - starts[sequence];
    }

    /** The code of a sequence's state; both count from 0. */
    public int state(int sequence, int position) {
        return codes[place(sequence, position)];
    }

    /** When a sequence is in that state: days or microseconds since 1970, or the whole number itself. */
    public long time(int sequence, int position) {
        return times[place(sequence, position)];
    }

    private int place(int sequence, int position) {
        return starts[sequence] + Objects.checkIndex(position, length(sequence));
    }

    /** States of all sequences together. */
    public int events() {
        return codes.length;
    }

    public LeftOut leftOut() {
        return leftOut;
    }

    /** How often each state follows each other one, repetitions included: by the first, then by the second. */
    public long[][] transitions() {
        long[][] counts = new long[states.size()][states.size()];
        for (int sequence = 0; sequence < size(); sequence++) {
            for (int at = starts[sequence] + 1; at < starts[sequence + 1]; at++) {
                counts[codes[at - 1]][codes[at]]++;
            }
        }
        return counts;
    }
}
