package fr.sillage.engine.query.internal;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Which of several groups a row is in, as a category: a text of 0 and 1, one sign for each group. */
final class MembershipCodes implements ColumnCodes {
    static final int MOST_GROUPS = 62;

    private final List<RowSet> groups;
    private final IntUnaryOperator rows;
    private final LongCodes patterns = new LongCodes();

    /** @param rows how many rows a chunk has */
    MembershipCodes(List<RowSet> groups, IntUnaryOperator rows) {
        this.groups = groups;
        this.rows = rows;
    }

    @Override
    public boolean known() {
        return false;
    }

    @Override
    public void learn(int chunk) {
        codes(chunk);
    }

    @Override
    public int size() {
        return patterns.size();
    }

    @Override
    public int[] codes(int chunk) {
        int[] codes = new int[rows.applyAsInt(chunk)];
        long[][] bits = groups.stream().map(group -> group.of(chunk)).toArray(long[][]::new);
        for (int row = 0; row < codes.length; row++) {
            long pattern = 0;
            for (int group = 0; group < bits.length; group++) {
                pattern |= (bits[group][row >>> 6] >>> row & 1L) << group;
            }
            codes[row] = patterns.codeOf(pattern);
        }
        return codes;
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(size(), occurs, this::text, this::text);
    }

    private String text(int code) {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < groups.size(); group++) {
            text.append(patterns.valueOf(code) >>> group & 1L);
        }
        return text.toString();
    }
}
