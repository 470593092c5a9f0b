package fr.sillage.engine.key.internal;

import fr.sillage.api.data.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Numbers in bands; the group counts the bounds that the number reaches. */
public final class Bands implements LongGroups {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private final Type type;
    private final List<BigDecimal> bounds;
    private final long[] longBounds;
    private final double[] doubleBounds;

    /** @throws IllegalArgumentException where values of that type are no numbers */
    public Bands(Type type, List<BigDecimal> bounds) {
        if (type != Type.INTEGER && type != Type.DECIMAL) {
            throw new IllegalArgumentException("no bands of a " + type);
        }
        this.type = type;
        this.bounds = bounds;
        this.longBounds = bounds.stream()
                .map(bound -> bound.setScale(0, RoundingMode.CEILING).toBigInteger())
                .filter(bound -> bound.bitLength() < Long.SIZE || bound.signum() < 0) // the others are never reached
                .mapToLong(bound -> bound.max(LEAST).longValue())
                .toArray();
        this.doubleBounds = bounds.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** How many there are. */
    int size() {
        return bounds.size() + 1;
    }

    @Override
    public boolean coarseIsValue() {
        return false;
    }

    @Override
    public int round() {
        return size();
    }

    @Override
    public long coarse(long value) {
        int reached = 0;
        while (reached < longBounds.length && longBounds[reached] <= value) {
            reached++;
        }
        return reached;
    }

    /** Where bands of whole numbers begin; those that no number reaches are not among them. */
    public long[] longBounds() {
        return longBounds.clone();
    }

    /** Where bands of decimals begin. */
    public double[] doubleBounds() {
        return doubleBounds.clone();
    }

    int of(double value) {
        int reached = 0;
        while (reached < doubleBounds.length && doubleBounds[reached] <= value) {
            reached++;
        }
        return reached;
    }

    @Override
    public long group(long coarse) {
        return coarse;
    }

    @Override
    public String text(long group) {
        if (group == 0) {
            return "< " + bounds.getFirst().toPlainString();
        }
        BigDecimal from = bounds.get((int) group - 1);
        if (group == bounds.size()) {
            return "≥ " + from.toPlainString();
        }
        BigDecimal below = bounds.get((int) group);
        if (type == Type.DECIMAL || from.scale() > 0 || below.scale() > 0) {
            return from.toPlainString() + " – < " + below.toPlainString();
        }
        BigDecimal last = below.subtract(BigDecimal.ONE);
        return from.compareTo(last) == 0 ? from.toPlainString() : from.toPlainString() + " – " + last.toPlainString();
    }
}
