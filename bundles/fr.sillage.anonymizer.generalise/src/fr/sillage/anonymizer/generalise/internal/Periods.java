package fr.sillage.anonymizer.generalise.internal;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Replaces dates by their month, year or school year, in the reduced forms of ISO 8601. The result is a category:
 * a date would claim a day that is no longer known.
 */
public final class Periods implements Anonymizer.Streaming {
    static final String PERIOD = "period";
    private static final int SEPTEMBER = 9;
    private static final long MICROS_A_DAY = 86_400_000_000L;

    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        if (field.type() != Type.DATE && field.type() != Type.TIMESTAMP) {
            throw new IllegalArgumentException("periods of a column that holds no dates");
        }
        name(LocalDate.EPOCH, parameters.require(PERIOD));
        return Optional.of(field.withType(Type.CATEGORY));
    }

    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        if (!(in instanceof Column.Longs longs)) {
            throw new IllegalArgumentException("periods of values that are no dates");
        }
        String period = parameters.require(PERIOD);
        boolean days = context.field().type() == Type.DATE;
        String[] out = new String[in.size()];
        for (int row = 0; row < out.length; row++) {
            if (!in.isMissing(row)) {
                long value = longs.values()[row];
                out[row] = name(LocalDate.ofEpochDay(days ? value : Math.floorDiv(value, MICROS_A_DAY)), period);
            }
        }
        return new Column.Texts(out);
    }

    private static String name(LocalDate day, String period) {
        return switch (period) {
            case "month" -> "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
            case "year" -> "%04d".formatted(day.getYear());
            case "schoolyear" -> {
                int begin = day.getMonthValue() >= SEPTEMBER ? day.getYear() : day.getYear() - 1;
                yield "%04d-%04d".formatted(begin, begin + 1);
            }
            default -> throw new IllegalArgumentException("not a period");
        };
    }
}
