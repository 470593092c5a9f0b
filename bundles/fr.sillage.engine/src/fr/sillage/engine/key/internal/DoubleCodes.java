package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.column.internal.Bits;
import fr.sillage.engine.column.internal.DoubleChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** A column of decimals: each different number is a category, written as the shortest decimal that is this number. */
public final class DoubleCodes implements ColumnCodes {
    private final TableChunks table;
    private final int column;

    /** By the numbers' bits. */
    private final LongCodes learned = new LongCodes();

    DoubleCodes(TableChunks table, int column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public void prepare(JobControl job) {
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            job.check();
            DoubleChunk numbers = table.doubles(column, chunk);
            if (numbers.isCoded()) {
                for (double number : numbers.distinct()) {
                    learned.codeOf(bits(number));
                }
            } else {
                double[] values = values(numbers);
                for (int row = 0; row < values.length; row++) {
                    if (!numbers.isMissing(row)) {
                        learned.codeOf(bits(values[row]));
                    }
                }
            }
        }
    }

    private static double[] values(DoubleChunk numbers) {
        double[] values = new double[numbers.size()];
        numbers.copyTo(values);
        return values;
    }

    private static long bits(double number) {
        return Double.doubleToLongBits(number + 0.0); // makes one of both zeros
    }

    @Override
    public int highest() {
        return learned.size();
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        DoubleChunk numbers = table.doubles(column, chunk);
        if (numbers.isCoded()) {
            double[] distinct = numbers.distinct();
            int[] codes = new int[distinct.length];
            for (int place = 0; place < codes.length; place++) {
                codes[place] = 1 + learned.find(bits(distinct[place]));
            }
            numbers.copyPlaces(into);
            for (int row = 0; row < numbers.size(); row++) {
                into[row] = codes[into[row]];
            }
        } else {
            double[] values = values(numbers);
            for (int row = 0; row < values.length; row++) {
                into[row] = 1 + learned.find(bits(values[row]));
            }
        }
        Bits.each(numbers.missing(), row -> into[row] = 0);
        return numbers.hasMissing();
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(highest(), occurs, this::number, code -> text(number(code)));
    }

    double number(int code) {
        return Double.longBitsToDouble(learned.valueOf(code - 1));
    }

    /** The shortest decimal that is this number, without an exponent. */
    public static String text(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
