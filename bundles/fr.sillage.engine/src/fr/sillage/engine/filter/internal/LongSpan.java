package fr.sillage.engine.filter.internal;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.Filter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Stored whole numbers from the first to the last, both included; none where the first is greater.
 */
public record LongSpan(long first, long last) {
    private static final LongSpan NONE = new LongSpan(Long.MAX_VALUE, Long.MIN_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    /** What a constant stands for in a column of that type; between two numbers, an empty span that tells between which. */
    private record Ends(BigInteger first, BigInteger last) {
        static Ends of(Constant constant, Type type) {
            return switch (constant) {
                case Constant.Number number
                when type == Type.INTEGER ->
                    new Ends(
                            rounded(number.value(), RoundingMode.CEILING), rounded(number.value(), RoundingMode.FLOOR));
                case Constant.Day day when type == Type.DATE -> at(day.value().toEpochDay());
                case Constant.Day day
                when type == Type.TIMESTAMP -> {
                    BigInteger length = BigInteger.valueOf(TimeUnit.DAYS.toMicros(1));
                    BigInteger start =
                            BigInteger.valueOf(day.value().toEpochDay()).multiply(length);
                    yield new Ends(start, start.add(length).subtract(BigInteger.ONE));
                }
                case Constant.Moment moment when type == Type.TIMESTAMP -> at(moment.value());
                default ->
                    throw new IllegalArgumentException(
                            "a " + constant.getClass().getSimpleName() + " is no value of a " + type);
            };
        }

        private static BigInteger rounded(BigDecimal value, RoundingMode mode) {
            return value.setScale(0, mode).toBigInteger();
        }

        private static Ends at(long value) {
            return new Ends(BigInteger.valueOf(value), BigInteger.valueOf(value));
        }

        private static Ends at(LocalDateTime moment) {
            BigInteger seconds =
                    BigInteger.valueOf(ChronoUnit.SECONDS.between(EPOCH, moment.truncatedTo(ChronoUnit.SECONDS)));
            BigInteger micros = seconds.multiply(BigInteger.valueOf(TimeUnit.SECONDS.toMicros(1)))
                    .add(BigInteger.valueOf(TimeUnit.NANOSECONDS.toMicros(moment.getNano())));
            return new Ends(micros, micros);
        }
    }

    /** @throws IllegalArgumentException where a column of that type cannot hold the constant */
    public static LongSpan of(Constant constant, Type type) {
        Ends ends = Ends.of(constant, type);
        return clamped(ends.first(), ends.last());
    }

    /** @throws IllegalArgumentException where a column of that type cannot hold a limit */
    public static LongSpan between(Optional<Filter.Limit> from, Optional<Filter.Limit> to, Type type) {
        BigInteger first = from.map(limit -> {
                    Ends ends = Ends.of(limit.value(), type);
                    return limit.included() ? ends.first() : ends.last().add(BigInteger.ONE);
                })
                .orElse(LEAST);
        BigInteger last = to.map(limit -> {
                    Ends ends = Ends.of(limit.value(), type);
                    return limit.included() ? ends.last() : ends.first().subtract(BigInteger.ONE);
                })
                .orElse(MOST);
        return clamped(first, last);
    }

    private static LongSpan clamped(BigInteger first, BigInteger last) {
        return first.compareTo(last) > 0 || first.compareTo(MOST) > 0 || last.compareTo(LEAST) < 0
                ? NONE
                : new LongSpan(first.max(LEAST).longValue(), last.min(MOST).longValue());
    }

    public boolean isEmpty() {
        return first > last;
    }
}
