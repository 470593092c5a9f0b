package fr.sillage.analysis.crossing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Every table of whole numbers from 0 that agrees with known cells, line sums and total, by depth-first search. Knows
 * nothing of networks.
 */
final class Completions {
    private static final long MOST_STEPS = 50_000;

    /** What a search came to. */
    enum Outcome {
        FOUND,
        NONE,
        /** The search was given up. */
        OPEN
    }

    /** Cells that add up to a known sum, or to less by some units at the most. */
    private static final class Line {
        private final boolean[] members;
        private final long less;
        private long left;

        private Line(boolean[] members, long left, long less) {
            this.members = members;
            this.left = left;
            this.less = less;
        }
    }

    private final int columns;
    private final long[] values;
    private final List<Integer> open = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final long mostSteps;
    private long steps;

    /** @param known cells row by row; empty where hidden */
    Completions(int columns, List<OptionalLong> known) {
        this(columns, known, MOST_STEPS);
    }

    /** @param mostSteps after which a search is given up */
    Completions(int columns, List<OptionalLong> known, long mostSteps) {
        this.mostSteps = mostSteps;
        this.columns = columns;
        this.values = new long[known.size()];
        for (int i = 0; i < values.length; i++) {
            if (known.get(i).isPresent()) {
                values[i] = known.get(i).getAsLong();
            } else {
                open.add(i);
            }
        }
    }

    /** Says what cells add up to. */
    void sum(Predicate<int[]> member, long sum) {
        between(member, sum, sum);
    }

    /** Says what cells add up to at the least and at the most. */
    void between(Predicate<int[]> member, long least, long sum) {
        boolean[] members = new boolean[values.length];
        long left = sum;
        for (int i = 0; i < members.length; i++) {
            if (member.test(new int[] {i / columns, i % columns})) {
                if (open.contains(i)) {
                    members[i] = true;
                } else {
                    left -= values[i];
                }
            }
        }
        lines.add(new Line(members, left, sum - least));
    }

    /** Whether a completion passes a test. */
    Outcome exists(Predicate<long[][]> test) {
        steps = 0;
        if (search(0, test)) {
            return Outcome.FOUND;
        }
        return steps > mostSteps ? Outcome.OPEN : Outcome.NONE;
    }

    private boolean search(int at, Predicate<long[][]> test) {
        if (++steps > mostSteps || !reachable(at)) {
            return false;
        }
        if (at == open.size()) {
            return test.test(table());
        }
        int cell = open.get(at);
        long most = most(cell);
        for (long value = least(cell, at + 1); value <= most && steps <= mostSteps; value++) {
            take(cell, value);
            boolean found = search(at + 1, test);
            take(cell, -value);
            if (found) {
                return true;
            }
        }
        return false;
    }

    private void take(int cell, long value) {
        values[cell] += value;
        for (Line line : lines) {
            if (line.members[cell]) {
                line.left -= value;
            }
        }
    }

    /** Whether the cells that are still open can fill each line. */
    private boolean reachable(int at) {
        for (Line line : lines) {
            long most = 0;
            for (int i = at; i < open.size() && most < line.left - line.less; i++) {
                most += line.members[open.get(i)] ? most(open.get(i)) : 0;
            }
            if (line.left < 0 || most < line.left - line.less) {
                return false;
            }
        }
        return true;
    }

    /** What the other open cells of its lines cannot hold. */
    private long least(int cell, int next) {
        long least = 0;
        for (Line line : lines) {
            if (line.members[cell]) {
                long others = 0;
                for (int i = next; i < open.size() && others < line.left - line.less; i++) {
                    others += line.members[open.get(i)] ? most(open.get(i)) : 0;
                }
                least = Math.max(least, line.left - line.less - others);
            }
        }
        return least;
    }

    private long most(int cell) {
        long most = Long.MAX_VALUE;
        for (Line line : lines) {
            if (line.members[cell]) {
                most = Math.min(most, line.left);
            }
        }
        return most;
    }

    private long[][] table() {
        long[][] table = new long[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) {
            table[i / columns][i % columns] = values[i];
        }
        return table;
    }
}
