package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Filter;
import fr.sillage.engine.filter.internal.RowSet;
import fr.sillage.engine.scan.internal.Parallel;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.List;
import java.util.function.IntPredicate;

/** Which of several groups a row is in, as a category: a text of 0 and 1, one sign for each group. */
public final class MembershipCodes implements ColumnCodes {
    private static final int MOST_GROUPS = 62;

    private final TableChunks table;
    private final List<RowSet> groups;
    private final LongCodes patterns = new LongCodes();

    public MembershipCodes(TableChunks table, List<RowSet> groups) {
        this.table = table;
        this.groups = groups;
    }

    /** @throws IllegalArgumentException where there are too many */
    public static void requireFew(List<Filter> groups) {
        if (groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(groups.size() + " groups");
        }
    }

    @Override
    public void prepare(JobControl job) {
        for (Found found : new Parallel(job, 0, 0).each(table.chunks(), Integer.MAX_VALUE, Found::new)) {
            for (int code = 0; code < found.patterns.size(); code++) {
                patterns.codeOf(found.patterns.valueOf(code));
            }
        }
    }

    /** The patterns of some chunks. */
    private final class Found implements Parallel.Worker {
        private final LongCodes patterns = new LongCodes();

        @Override
        public void work(int chunk) {
            long last = -1; // no pattern
            for (long pattern : patterns(chunk)) {
                if (pattern != last) {
                    patterns.codeOf(pattern);
                    last = pattern;
                }
            }
        }
    }

    private long[] patterns(int chunk) {
        long[] found = new long[table.rows(chunk)];
        for (int group = 0; group < groups.size(); group++) {
            long bit = 1L << group;
            long[] bits = groups.get(group).of(chunk);
            for (int word = 0; word < bits.length; word++) {
                int first = word << 6;
                if (bits[word] == -1) {
                    for (int row = first; row < first + Long.SIZE; row++) {
                        found[row] |= bit;
                    }
                } else {
                    for (long left = bits[word]; left != 0; left &= left - 1) {
                        found[first + Long.numberOfTrailingZeros(left)] |= bit;
                    }
                }
            }
        }
        return found;
    }

    @Override
    public int highest() {
        return patterns.size();
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        long[] found = patterns(chunk);
        long last = -1;
        int code = 0;
        for (int row = 0; row < found.length; row++) {
            if (found[row] != last) {
                last = found[row];
                code = 1 + patterns.find(last);
            }
            into[row] = code;
        }
        return false;
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(highest(), occurs, this::text, this::text);
    }

    private String text(int code) {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < groups.size(); group++) {
            text.append(patterns.valueOf(code - 1) >>> group & 1L);
        }
        return text.toString();
    }
}
