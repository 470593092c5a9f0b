package fr.sillage.engine.sql.internal;

import fr.sillage.api.data.Type;
import fr.sillage.engine.key.internal.DoubleCodes;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.key.internal.LongGroups;
import fr.sillage.engine.key.internal.PlainGroups;
import fr.sillage.engine.key.internal.TextCodes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Values of a key as a database gives them: what they are called, and in which order they stand. */
interface PlainValues {
    List<Object> sorted(Collection<Object> values);

    String text(Object value);

    /** The value that is called so, if one is. */
    Optional<Object> parse(String text);

    static PlainValues of(Type type) {
        return switch (type) {
            case CATEGORY, TEXT -> new Texts();
            case DECIMAL -> new Decimals();
            case INTEGER, DATE, TIMESTAMP -> new Numbers(new PlainGroups(type), type);
        };
    }

    /** Texts. */
    record Texts() implements PlainValues {
        @Override
        public List<Object> sorted(Collection<Object> values) {
            Object[] all = values.toArray();
            Labels labels = TextCodes.labels(all.length, code -> true, code -> (String) all[code - 1]);
            return List.copyOf(labels.texts());
        }

        @Override
        public String text(Object value) {
            return (String) value;
        }

        @Override
        public Optional<Object> parse(String text) {
            return Optional.of(text);
        }
    }

    /** Texts in the order of their letters. */
    record Signs() implements PlainValues {
        @Override
        public List<Object> sorted(Collection<Object> values) {
            return Arrays.stream(values.toArray()).sorted().toList();
        }

        @Override
        public String text(Object value) {
            return (String) value;
        }

        @Override
        public Optional<Object> parse(String text) {
            return Optional.of(text);
        }
    }

    /** Decimals. */
    record Decimals() implements PlainValues {
        @Override
        public List<Object> sorted(Collection<Object> values) {
            return Arrays.stream(values.toArray()).sorted().toList();
        }

        @Override
        public String text(Object value) {
            return DoubleCodes.text((Double) value);
        }

        @Override
        public Optional<Object> parse(String text) {
            try {
                double value = Double.parseDouble(text) + 0.0;
                return Optional.<Object>of(value).filter(v -> text(v).equals(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Whole numbers, days, instants, or groups of them.
     *
     * @param type of the numbers; groups are not parsed
     */
    record Numbers(LongGroups groups, Type type) implements PlainValues {
        @Override
        public List<Object> sorted(Collection<Object> values) {
            return Arrays.stream(values.toArray()).sorted().toList();
        }

        @Override
        public String text(Object value) {
            return groups.text((Long) value);
        }

        @Override
        public Optional<Object> parse(String text) {
            try {
                long value = switch (type) {
                    case DATE -> LocalDate.parse(text).toEpochDay();
                    case TIMESTAMP ->
                        ChronoUnit.MICROS.between(
                                LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC),
                                LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
                    case INTEGER, DECIMAL, CATEGORY, TEXT -> Long.parseLong(text);
                };
                return Optional.<Object>of(value).filter(v -> text(v).equals(text));
            } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
                return Optional.empty();
            }
        }
    }
}
