package fr.sillage.figure;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Published numbers with the digits that are published, and no more. */
public final class ExactNumbers {
    /** From here on a number is written with an exponent. */
    private static final int MOST_LEADING_ZEROS = 6;

    private ExactNumbers() {}

    /** Empty where the number is not defined. */
    public static Optional<BigDecimal> of(PublishedValue.Number number) {
        if (!Double.isFinite(number.value())) {
            return Optional.empty();
        }
        BigDecimal value = BigDecimal.valueOf(number.value());
        Precision precision = number.precision();
        return Optional.of(
                switch (precision.kind()) {
                    case EXACT -> plain(value.stripTrailingZeros());
                    case SIGNIFICANT -> plain(value.round(new MathContext(precision.digits())));
                    case DECIMALS -> value.setScale(precision.digits(), RoundingMode.HALF_EVEN);
                });
    }

    /** For machines: without grouping, with the language's decimal sign; empty where not defined. */
    static String forMachines(PublishedValue.Number number, char decimalSign) {
        return of(number).map(value -> written(value).replace('.', decimalSign)).orElse("");
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static String written(BigDecimal value) {
        return value.scale() - value.precision() > MOST_LEADING_ZEROS ? value.toString() : value.toPlainString();
    }
}
