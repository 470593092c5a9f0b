package fr.sillage.engine.query.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.engine.TableReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntPredicate;

/** A column of numbers in bands; the code counts the bounds that the number reaches. */
final class BandCodes implements ColumnCodes {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private final TableReader reader;
    private final int column;
    private final Type type;
    private final List<BigDecimal> bounds;
    private final long[] longBounds;
    private final double[] doubleBounds;

    /** @throws IllegalArgumentException where the column does not hold numbers */
    BandCodes(TableReader reader, int column, List<BigDecimal> bounds) {
        this.reader = reader;
        this.column = column;
        this.type = reader.table().fields().get(column).type();
        this.bounds = bounds;
        if (type != Type.INTEGER && type != Type.DECIMAL) {
            throw new IllegalArgumentException(
                    "no bands of " + reader.table().fields().get(column).name() + ", a " + type);
        }
        this.longBounds = bounds.stream()
                .map(bound -> bound.setScale(0, RoundingMode.CEILING).toBigInteger())
                .filter(bound -> bound.bitLength() < Long.SIZE || bound.signum() < 0) // the others are never reached
                .mapToLong(bound -> bound.max(LEAST).longValue())
                .toArray();
        this.doubleBounds = bounds.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    @Override
    public boolean known() {
        return true;
    }

    @Override
    public void learn(int chunk) {
        // all bands are known
    }

    @Override
    public int size() {
        return bounds.size() + 1;
    }

    @Override
    public int[] codes(int chunk) {
        return type == Type.DECIMAL ? bands(reader.doubles(column, chunk)) : bands(reader.longs(column, chunk));
    }

    private int[] bands(Column.Doubles numbers) {
        int[] codes = new int[numbers.size()];
        for (int row = 0; row < codes.length; row++) {
            double value = numbers.values()[row];
            int reached = 0;
            while (reached < doubleBounds.length && doubleBounds[reached] <= value) {
                reached++;
            }
            codes[row] = numbers.isMissing(row) ? -1 : reached;
        }
        return codes;
    }

    private int[] bands(Column.Longs numbers) {
        int[] codes = new int[numbers.size()];
        for (int row = 0; row < codes.length; row++) {
            long value = numbers.values()[row];
            int reached = 0;
            while (reached < longBounds.length && longBounds[reached] <= value) {
                reached++;
            }
            codes[row] = numbers.isMissing(row) ? -1 : reached;
        }
        return codes;
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(size(), occurs, Integer::valueOf, this::text);
    }

    private String text(int code) {
        if (code == 0) {
            return "< " + bounds.getFirst().toPlainString();
        }
        BigDecimal from = bounds.get(code - 1);
        if (code == bounds.size()) {
            return "≥ " + from.toPlainString();
        }
        BigDecimal below = bounds.get(code);
        if (type == Type.DECIMAL || from.scale() > 0 || below.scale() > 0) {
            return from.toPlainString() + " – < " + below.toPlainString();
        }
        BigDecimal last = below.subtract(BigDecimal.ONE);
        return from.compareTo(last) == 0 ? from.toPlainString() : from.toPlainString() + " – " + last.toPlainString();
    }
}
