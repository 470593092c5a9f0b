package fr.sillage.engine.key.internal;

import fr.sillage.api.data.Type;
import fr.sillage.api.query.DatePart;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A part of dates or time stamps. */
public record PartGroups(Type type, DatePart part) implements LongGroups {
    private static final long MICROS_OF_DAY = TimeUnit.DAYS.toMicros(1);
    private static final long MICROS_OF_HOUR = TimeUnit.HOURS.toMicros(1);
    private static final int HOURS_OF_DAY = 24;

    /** @throws IllegalArgumentException where values of that type have no such part */
    public PartGroups {
        if (type != Type.TIMESTAMP && (type != Type.DATE || part == DatePart.HOUR)) {
            throw new IllegalArgumentException("no " + part + " of a " + type);
        }
    }

    @Override
    public boolean coarseIsValue() {
        return type == Type.DATE;
    }

    @Override
    public long coarse(long value) {
        if (part == DatePart.HOUR) {
            return Math.floorMod(value, MICROS_OF_DAY) / MICROS_OF_HOUR;
        }
        return type == Type.DATE ? value : Math.floorDiv(value, MICROS_OF_DAY);
    }

    @Override
    public int round() {
        return part == DatePart.HOUR ? HOURS_OF_DAY : 0;
    }

    @Override
    public long group(long coarse) {
        if (part == DatePart.HOUR) {
            return coarse;
        }
        LocalDate day = LocalDate.ofEpochDay(coarse);
        return switch (part) {
            case YEAR -> day.getYear();
            case SCHOOL_YEAR -> day.getYear() - (day.getMonthValue() < Month.SEPTEMBER.getValue() ? 1 : 0);
            case MONTH -> day.getMonthValue();
            case WEEKDAY -> day.getDayOfWeek().getValue();
            case HOUR -> throw new IllegalStateException("not of the day");
        };
    }

    @Override
    public String text(long group) {
        return switch (part) {
            case YEAR, WEEKDAY -> Long.toString(group);
            case SCHOOL_YEAR -> group + "-" + (group + 1);
            case MONTH, HOUR -> String.format(Locale.ROOT, "%02d", group);
        };
    }
}
