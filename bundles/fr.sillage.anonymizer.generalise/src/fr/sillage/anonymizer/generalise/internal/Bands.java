package fr.sillage.anonymizer.generalise.internal;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces numbers by bands: of one width, or beginning where a person says. A band holds its beginning and not its
 * end; bands of whole numbers are named by their first and last number.
 */
public final class Bands implements Anonymizer.Streaming {
    static final String WIDTH = "width";
    static final String LIMITS = "limits";

    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        if (field.type() != Type.INTEGER && field.type() != Type.DECIMAL) {
            throw new IllegalArgumentException("bands of a column that holds no numbers");
        }
        if (limits(parameters).isEmpty()) {
            width(parameters, field.type() == Type.INTEGER);
        }
        return Optional.of(field.withType(Type.CATEGORY));
    }

    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        boolean whole = in instanceof Column.Longs;
        List<BigDecimal> limits = limits(parameters);
        BigDecimal width = limits.isEmpty() ? width(parameters, whole) : BigDecimal.ONE;
        String[] out = new String[in.size()];
        for (int row = 0; row < out.length; row++) {
            if (!in.isMissing(row)) {
                BigDecimal value = value(in, row);
                out[row] = limits.isEmpty() ? ofWidth(value, width, whole) : between(value, limits, whole);
            }
        }
        return new Column.Texts(out);
    }

    private static BigDecimal value(Column in, int row) {
        return switch (in) {
            case Column.Longs longs -> BigDecimal.valueOf(longs.values()[row]);
            case Column.Doubles doubles -> BigDecimal.valueOf(doubles.values()[row]);
            case Column.Texts texts -> throw new IllegalArgumentException("bands of texts");
        };
    }

    private static String ofWidth(BigDecimal value, BigDecimal width, boolean whole) {
        BigDecimal begin = value.divide(width, MathContext.DECIMAL128)
                .setScale(0, RoundingMode.FLOOR)
                .multiply(width);
        return band(begin, begin.add(width), whole);
    }

    private static String between(BigDecimal value, List<BigDecimal> limits, boolean whole) {
        int after = 0;
        while (after < limits.size() && limits.get(after).compareTo(value) <= 0) {
            after++;
        }
        if (after == 0) {
            return "< " + text(limits.getFirst());
        }
        return after == limits.size()
                ? "≥ " + text(limits.getLast())
                : band(limits.get(after - 1), limits.get(after), whole);
    }

    private static String band(BigDecimal begin, BigDecimal end, boolean whole) {
        if (!whole) {
            return "[" + text(begin) + " ; " + text(end) + "[";
        }
        BigDecimal last = end.subtract(BigDecimal.ONE);
        return last.compareTo(begin) == 0 ? text(begin) : text(begin) + "–" + text(last);
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0
                ? "0"
                : value.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    private static BigDecimal width(Values parameters, boolean whole) {
        BigDecimal width = number(parameters.require(WIDTH));
        if (width.signum() <= 0 || whole && !isWhole(width)) {
            throw new IllegalArgumentException("not a width");
        }
        return width;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static List<BigDecimal> limits(Values parameters) {
        List<BigDecimal> limits = new ArrayList<>();
        for (String part : parameters.get(LIMITS).orElse("").split("[;\\s]+")) {
            if (!part.isEmpty()) {
                BigDecimal limit = number(part);
                if (!limits.isEmpty() && limits.getLast().compareTo(limit) >= 0) {
                    throw new IllegalArgumentException("limits that do not rise");
                }
                limits.add(limit);
            }
        }
        return limits;
    }

    /** @throws NumberFormatException where the text is none */
    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text.strip().replace(',', '.').replace('−', '-'));
        if (Math.abs((long) number.precision() - number.scale()) > 30) {
            throw new NumberFormatException("beyond all measure");
        }
        return number;
    }
}
