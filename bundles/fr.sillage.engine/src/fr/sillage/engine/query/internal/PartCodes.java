package fr.sillage.engine.query.internal;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.DatePart;
import fr.sillage.engine.TableReader;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** A part of a column of dates or time stamps: each value that occurs of it is a category. */
final class PartCodes implements ColumnCodes {
    private static final long MICROS_OF_DAY = TimeUnit.DAYS.toMicros(1);
    private static final long MICROS_OF_HOUR = TimeUnit.HOURS.toMicros(1);

    private final TableReader reader;
    private final int column;
    private final Type type;
    private final DatePart part;
    private final LongCodes parts = new LongCodes();

    /** Days that were met, and the part's code of each: the calendar is asked once a day. */
    private final LongCodes days = new LongCodes();

    private int[] partOfDay = new int[1 << 9];

    /** @throws IllegalArgumentException where the column has no such part */
    PartCodes(TableReader reader, int column, DatePart part) {
        this.reader = reader;
        this.column = column;
        this.type = reader.table().fields().get(column).type();
        this.part = part;
        if (type != Type.TIMESTAMP && (type != Type.DATE || part == DatePart.HOUR)) {
            throw new IllegalArgumentException(
                    "no " + part + " of " + reader.table().fields().get(column).name() + ", a " + type);
        }
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
        return parts.size();
    }

    @Override
    public int[] codes(int chunk) {
        Column.Longs numbers = reader.longs(column, chunk);
        int[] codes = new int[numbers.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = numbers.isMissing(row) ? -1 : code(numbers.values()[row]);
        }
        return codes;
    }

    private int code(long value) {
        if (part == DatePart.HOUR) {
            return parts.codeOf(Math.floorMod(value, MICROS_OF_DAY) / MICROS_OF_HOUR);
        }
        long day = type == Type.DATE ? value : Math.floorDiv(value, MICROS_OF_DAY);
        int known = days.size();
        int code = days.codeOf(day);
        if (code == known) {
            if (code == partOfDay.length) {
                partOfDay = Arrays.copyOf(partOfDay, 2 * code);
            }
            partOfDay[code] = parts.codeOf(partOf(LocalDate.ofEpochDay(day)));
        }
        return partOfDay[code];
    }

    private int partOf(LocalDate day) {
        return switch (part) {
            case YEAR -> day.getYear();
            case SCHOOL_YEAR -> day.getYear() - (day.getMonthValue() < Month.SEPTEMBER.getValue() ? 1 : 0);
            case MONTH -> day.getMonthValue();
            case WEEKDAY -> day.getDayOfWeek().getValue();
            case HOUR -> throw new IllegalStateException("not of the day");
        };
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(size(), occurs, parts::valueOf, code -> text(parts.valueOf(code)));
    }

    private String text(long value) {
        return switch (part) {
            case YEAR, WEEKDAY -> Long.toString(value);
            case SCHOOL_YEAR -> value + "-" + (value + 1);
            case MONTH, HOUR -> String.format(Locale.ROOT, "%02d", value);
        };
    }
}
