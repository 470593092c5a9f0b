package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.LongChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A column of whole numbers, days or instants in groups. Where their coarser numbers span little, which every chunk
 * knows of itself, a table of all of them gives each its code; otherwise the groups that occur are learned first.
 */
public final class LongGroupCodes implements ColumnCodes {
    /** Most coarser numbers that a table is made of. */
    private static final long MOST_IN_TABLE = 1 << 22;

    /** Most numbers that all get a code, whether they occur or not. */
    private static final long MOST_UNSEEN = 1 << 12;

    private final TableChunks table;
    private final int column;
    private final LongGroups groups;

    /** By code less 1. */
    private long[] groupOfCode = {};

    /** Code of each coarser number from the least on; empty where codes are learned. */
    private int[] codeOf = {};

    private long least;
    private final LongCodes learned = new LongCodes();

    public LongGroupCodes(TableChunks table, int column, LongGroups groups) {
        this.table = table;
        this.column = column;
        this.groups = groups;
    }

    @Override
    public void prepare(JobControl job) {
        if (table.chunks() == 0) {
            return;
        }
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            LongChunk numbers = table.longs(column, chunk);
            lowest = Math.min(lowest, numbers.least());
            highest = Math.max(highest, numbers.most());
        }
        least = groups.round() > 0 ? 0 : groups.coarse(lowest);
        long span = groups.round() > 0 ? groups.round() - 1 : groups.coarse(highest) - least;
        if (span >= 0 && span < MOST_IN_TABLE) {
            makeTable((int) span + 1, job);
        } else {
            learn(job);
        }
    }

    private void makeTable(int size, JobControl job) {
        boolean[] occurs = new boolean[size];
        if (groups.coarseIsValue() && size > MOST_UNSEEN) {
            mark(occurs, job);
        } else {
            Arrays.fill(occurs, true);
        }
        long[] group = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (occurs[i]) {
                group[i] = groups.group(least + i);
                count++;
            }
        }
        long[] occurring = new long[count];
        for (int i = 0, at = 0; i < size; i++) {
            if (occurs[i]) {
                occurring[at++] = group[i];
            }
        }
        groupOfCode = Arrays.stream(occurring).sorted().distinct().toArray();
        codeOf = new int[size];
        for (int i = 0; i < size; i++) {
            codeOf[i] = occurs[i] ? 1 + Arrays.binarySearch(groupOfCode, group[i]) : 0;
        }
    }

    private void mark(boolean[] occurs, JobControl job) {
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            LongChunk numbers = table.longs(column, chunk);
            int[] places = new int[numbers.size()];
            numbers.copyTo(places, least);
            for (int place : places) {
                occurs[place] = true; // what stands for a missing one is the least of its chunk: that does not hurt
            }
        }
    }

    private void learn(JobControl job) {
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            LongChunk numbers = table.longs(column, chunk);
            long[] values = new long[numbers.size()];
            numbers.copyTo(values);
            for (long value : values) {
                learned.codeOf(groups.group(groups.coarse(value)));
            }
        }
        groupOfCode = new long[learned.size()];
        Arrays.setAll(groupOfCode, learned::valueOf);
    }

    @Override
    public int highest() {
        return groupOfCode.length;
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        LongChunk numbers = table.longs(column, chunk);
        int rows = numbers.size();
        if (codeOf.length > 0 && groups.coarseIsValue()) {
            numbers.copyTo(into, least);
            for (int row = 0; row < rows; row++) {
                into[row] = codeOf[into[row]];
            }
        } else {
            long[] values = new long[rows];
            numbers.copyTo(values);
            for (int row = 0; row < rows; row++) {
                into[row] = code(groups.coarse(values[row]));
            }
        }
        Bits.each(numbers.missing(), row -> into[row] = 0);
        return numbers.hasMissing();
    }

    private int code(long coarse) {
        return codeOf.length > 0 ? codeOf[(int) (coarse - least)] : 1 + learned.find(groups.group(coarse));
    }

    public long groupOfCode(int code) {
        return groupOfCode[code - 1];
    }

    /** 0 where no row is of that group. */
    public int codeOfGroup(long group) {
        return codeOf.length > 0 ? Math.max(0, Arrays.binarySearch(groupOfCode, group) + 1) : 1 + learned.find(group);
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(
                highest(), occurs, code -> groupOfCode[code - 1], code -> groups.text(groupOfCode[code - 1]));
    }
}
