package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import java.util.Arrays;

/** Counts rows and distinct persons of groups that are numbered from 0. */
final class Tally {
    /** Stands for a row that names nobody; each is a person of its own. */
    static final int NOBODY = -1;

    private static final int FEWEST_GROUPS = 16;
    private static final int PAIRS_BETWEEN_CHECKS = 1 << 16;

    private final Pairs pairs;
    private long[] rows;
    private long[] alone;

    private Tally(int groups, Pairs pairs) {
        this.pairs = pairs;
        this.rows = new long[groups];
        this.alone = new long[groups];
    }

    /** @param persons how many persons are known by number */
    static Tally of(int groups, int persons) {
        boolean few = (long) groups * persons <= BitPairs.MOST_BITS;
        return new Tally(groups, few ? new BitPairs(groups, persons) : new SortedPairs());
    }

    /** For groups whose number is not known. */
    static Tally growing() {
        return new Tally(FEWEST_GROUPS, new SortedPairs());
    }

    /** One row. */
    void add(int group, int person) {
        if (group >= rows.length) {
            int length = Math.max(group + 1, Math.multiplyExact(rows.length, 2));
            rows = Arrays.copyOf(rows, length);
            alone = Arrays.copyOf(alone, length);
        }
        rows[group]++;
        if (person == NOBODY) {
            alone[group]++;
        } else {
            pairs.add(group, person);
        }
    }

    /** What another tally counted in one of its groups, without its persons. */
    void addRows(int group, Tally other, int otherGroup) {
        rows[group] += other.rows[otherGroup];
        alone[group] += other.alone[otherGroup];
    }

    /** A person whose rows came with {@link #addRows}. */
    void addPerson(int group, int person) {
        pairs.add(group, person);
    }

    void forEachPerson(JobControl job, Pairs.Visitor visitor) {
        long[] visited = {0};
        pairs.forEach((group, person) -> {
            if (++visited[0] % PAIRS_BETWEEN_CHECKS == 0) {
                job.check();
            }
            visitor.visit(group, person);
        });
    }

    long rows(int group) {
        return rows[group];
    }

    /** Distinct persons of every group. */
    long[] persons() {
        long[] persons = alone.clone();
        pairs.forEach((group, person) -> persons[group]++);
        return persons;
    }
}
