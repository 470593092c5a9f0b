package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Filter;
import fr.sillage.engine.filter.internal.RowSet;
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
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            for (long pattern : patterns(chunk)) {
                patterns.codeOf(pattern);
            }
        }
    }

    private long[] patterns(int chunk) {
        long[] found = new long[table.rows(chunk)];
        for (int group = 0; group < groups.size(); group++) {
            long[] bits = groups.get(group).of(chunk);
            for (int row = 0; row < found.length; row++) {
                found[row] |= (bits[row >>> 6] >>> row & 1L) << group;
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
        for (int row = 0; row < found.length; row++) {
            into[row] = 1 + patterns.find(found[row]);
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
