package fr.sillage.engine.measure.internal;

import fr.sillage.engine.cell.internal.Family;
import java.util.List;

/**
 * What single persons contribute to each region of a measured column: the sums and the numbers of values of the two who
 * contribute most, and how many contribute. Used by one thread.
 */
public final class Contributions {
    private final List<Family> families;
    private final OfFamily[] of;

    public Contributions(List<Family> families) {
        this.families = families;
        this.of = families.stream().map(family -> new OfFamily(family.size())).toArray(OfFamily[]::new);
    }

    /** The regions of one family. */
    public static final class OfFamily {
        public final long[] persons;
        public final double[] largestSum;
        public final double[] secondSum;
        public final long[] mostValues;
        public final long[] secondValues;

        /** The person seen last in each region; what it contributes is not among the others yet. */
        private final int[] seen;

        private final double[] sum;
        private final long[] values;

        private OfFamily(int size) {
            persons = new long[size];
            largestSum = new double[size];
            secondSum = new double[size];
            mostValues = new long[size];
            secondValues = new long[size];
            seen = new int[size];
            sum = new double[size];
            values = new long[size];
        }

        private void add(int person, int region, double value) {
            if (seen[region] == person) {
                sum[region] += value;
                values[region]++;
            } else {
                finish(region);
                seen[region] = person;
                sum[region] = value;
                values[region] = 1;
            }
        }

        private void finish(int region) {
            if (seen[region] != 0) {
                contribute(region, 1, Math.abs(sum[region]), values[region]);
                seen[region] = 0;
            }
        }

        private void contribute(int region, long more, double amount, long number) {
            persons[region] += more;
            if (amount > secondSum[region]) {
                secondSum[region] = Math.min(amount, largestSum[region]);
                largestSum[region] = Math.max(amount, largestSum[region]);
            }
            if (number > secondValues[region]) {
                secondValues[region] = Math.min(number, mostValues[region]);
                mostValues[region] = Math.max(number, mostValues[region]);
            }
        }
    }

    /**
     * A value of a person, all of whose values come one after the other.
     *
     * @param person not 0
     * @param value not a number where it is missing
     */
    public void add(int person, int cell, double value) {
        if (!Double.isNaN(value)) {
            for (int family = 0; family < of.length; family++) {
                of[family].add(person, families.get(family).groupOf()[cell], value);
            }
        }
    }

    /**
     * Values of some rows in the order of their persons.
     *
     * @param rowAt the rows
     * @param cellAt beside each its cell
     * @param personOf by row; 0 where it names nobody: that is not taken
     * @param values by row; not a number where one is missing
     */
    public void add(int[] rowAt, int[] cellAt, int size, int[] personOf, double[] values) {
        for (int family = 0; family < of.length; family++) {
            OfFamily to = of[family];
            int[] groupOf = families.get(family).groupOf();
            for (int i = 0; i < size; i++) {
                double value = values[rowAt[i]];
                int person = personOf[rowAt[i]];
                if (person != 0 && !Double.isNaN(value)) {
                    to.add(person, groupOf[cellAt[i]], value);
                }
            }
        }
    }

    /** Has all values of all persons. */
    public void finish() {
        for (OfFamily family : of) {
            for (int region = 0; region < family.seen.length; region++) {
                family.finish(region);
            }
        }
    }

    public OfFamily of(int family) {
        return of[family];
    }
}
