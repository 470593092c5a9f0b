package fr.sillage.engine.key.internal;

import fr.sillage.api.data.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Each different number, day or instant is a category, written canonically: digits, ISO 8601. */
public record PlainGroups(Type type) implements LongGroups {
    @Override
    public boolean coarseIsValue() {
        return true;
    }

    @Override
    public int round() {
        return 0;
    }

    @Override
    public long coarse(long value) {
        return value;
    }

    @Override
    public long group(long coarse) {
        return coarse;
    }

    @Override
    public String text(long group) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(group).toString();
            case TIMESTAMP ->
                LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)
                        .plus(group, ChronoUnit.MICROS)
                        .toString();
            case INTEGER, DECIMAL, CATEGORY, TEXT -> Long.toString(group);
        };
    }
}
