package fr.sillage.core.gate.seen;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told from counts of several groups of rows by adding and subtracting them. The groups divide the rows into
 * parts; a union of parts can be told when it is a linear combination of the groups.
 */
final class Span {
    /** Beyond so many independent groups the unions are no longer all looked at. */
    private static final int MOST_EXACT = 12;

    private static final double EPSILON = 1e-9;

    /** In reduced row echelon form. */
    private final List<double[]> basis = new ArrayList<>();

    private final List<Integer> pivots = new ArrayList<>();
    private final List<BitSet> groups;
    private final int parts;

    /** @param groups each the parts that it is made of */
    Span(List<BitSet> groups, int parts) {
        this.groups = groups;
        this.parts = parts;
        for (BitSet group : groups) {
            add(row(group));
        }
    }

    private double[] row(BitSet group) {
        double[] row = new double[parts];
        group.stream().forEach(part -> row[part] = 1);
        return row;
    }

    private void add(double[] row) {
        reduce(row);
        int pivot = 0;
        while (pivot < parts && Math.abs(row[pivot]) < EPSILON) {
            pivot++;
        }
        if (pivot == parts) {
            return;
        }
        double lead = row[pivot];
        for (int i = 0; i < parts; i++) {
            row[i] /= lead;
        }
        for (double[] other : basis) {
            double factor = other[pivot];
            for (int i = 0; i < parts && factor != 0; i++) {
                other[i] -= factor * row[i];
            }
        }
        basis.add(row);
        pivots.add(pivot);
    }

    private void reduce(double[] row) {
        for (int b = 0; b < basis.size(); b++) {
            double factor = row[pivots.get(b)];
            for (int i = 0; i < parts && factor != 0; i++) {
                row[i] -= factor * basis.get(b)[i];
            }
        }
    }

    /** Whether a union of parts can be told. */
    boolean tells(BitSet union) {
        return tells(row(union));
    }

    /** Whether it could be told if another group could; then 1 where it grows with that group, -1 where it shrinks. */
    int sign(BitSet union, BitSet group) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            double[] rest = row(union);
            plus(rest, group, -sign);
            if (tells(rest)) {
                return sign;
            }
        }
        return 0;
    }

    private boolean tells(double[] combination) {
        double[] row = combination.clone();
        reduce(row);
        for (double value : row) {
            if (Math.abs(value) > EPSILON) {
                return false;
            }
        }
        return true;
    }

    /** The unions that can be told; of many groups those made of three at the most. */
    Set<BitSet> unions() {
        Set<BitSet> found = new HashSet<>();
        if (basis.size() <= MOST_EXACT) {
            exact(found, new double[parts], 0);
        } else {
            few(found);
        }
        found.removeIf(BitSet::isEmpty);
        return found;
    }

    /** A union has 0 or 1 at each pivot, and these fix all of it. */
    private void exact(Set<BitSet> found, double[] sum, int at) {
        if (at == basis.size()) {
            union(sum).ifPresent(found::add);
            return;
        }
        exact(found, sum, at + 1);
        double[] with = sum.clone();
        for (int i = 0; i < parts; i++) {
            with[i] += basis.get(at)[i];
        }
        exact(found, with, at + 1);
    }

    private static Optional<BitSet> union(double[] sum) {
        BitSet union = new BitSet(sum.length);
        for (int i = 0; i < sum.length; i++) {
            if (Math.abs(sum[i] - 1) < EPSILON) {
                union.set(i);
            } else if (Math.abs(sum[i]) > EPSILON) {
                return Optional.empty();
            }
        }
        return Optional.of(union);
    }

    private void few(Set<BitSet> found) {
        int count = groups.size();
        for (int a = 0; a < count; a++) {
            found.add(groups.get(a));
            for (int b = 0; b < count; b++) {
                for (int c = 0; c <= count; c++) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        double[] sum = row(groups.get(a));
                        plus(sum, groups.get(b), -1);
                        if (c < count) {
                            plus(sum, groups.get(c), sign);
                        }
                        union(sum).ifPresent(found::add);
                    }
                }
            }
        }
    }

    private static void plus(double[] sum, BitSet group, int sign) {
        group.stream().forEach(part -> sum[part] += sign);
    }
}
