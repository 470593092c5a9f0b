package fr.sillage.engine.query.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.TableReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** A column of numbers, dates or timestamps: each different value is a category. */
final class NumberCodes implements ColumnCodes {
    private final TableReader reader;
    private final int column;
    private final Type type;
    private final LongCodes values = new LongCodes();

    NumberCodes(TableReader reader, int column) {
        this.reader = reader;
        this.column = column;
        this.type = reader.table().fields().get(column).type();
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
        return values.size();
    }

    @Override
    public int[] codes(int chunk) {
        if (type != Type.DECIMAL) {
            Column.Longs numbers = reader.longs(column, chunk);
            return codes(numbers.values(), numbers.missing());
        }
        Column.Doubles numbers = reader.doubles(column, chunk);
        long[] bits = new long[numbers.size()];
        for (int row = 0; row < bits.length; row++) {
            bits[row] = Double.doubleToLongBits(numbers.values()[row] + 0.0); // makes one of both zeros
        }
        return codes(bits, numbers.missing());
    }

    private int[] codes(long[] numbers, BitSet missing) {
        int[] codes = new int[numbers.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = missing.get(row) ? -1 : values.codeOf(numbers[row]);
        }
        return codes;
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return type == Type.DECIMAL
                ? Labels.sorted(size(), occurs, code -> Double.longBitsToDouble(values.valueOf(code)), this::text)
                : Labels.sorted(size(), occurs, values::valueOf, this::text);
    }

    /** The canonical text: digits, the shortest decimal that is this number, ISO 8601. */
    private String text(int code) {
        long value = values.valueOf(code);
        return switch (type) {
            case DECIMAL -> decimal(Double.longBitsToDouble(value));
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIMESTAMP ->
                LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
                        .plus(value, ChronoUnit.MICROS)
                        .toString();
            case INTEGER, CATEGORY, TEXT -> Long.toString(value);
        };
    }

    private static String decimal(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
