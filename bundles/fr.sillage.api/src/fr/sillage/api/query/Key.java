package fr.sillage.api.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What rows are grouped by: a column's values as they are, or coarser categories made of them. */
public sealed interface Key permits FieldRef, Key.Part, Key.Bands, Key.Folded, Key.Choices {
    /** The column that the categories are made of. */
    FieldRef field();

    default String slot() {
        return field().slot();
    }

    default String column() {
        return field().column();
    }

    /**
     * A part of a date or time stamp.
     *
     * @param field a column of dates or time stamps
     * @param part which part
     */
    record Part(FieldRef field, DatePart part) implements Key {
        public Part {
            Objects.requireNonNull(field);
            Objects.requireNonNull(part);
        }
    }

    /**
     * Values gathered under names; the others stay as they are and come first.
     *
     * @param field any column
     * @param names for values, as texts, the name of their group; values that do not occur do no harm
     */
    record Folded(FieldRef field, Map<String, String> names) implements Key {
        public Folded {
            Objects.requireNonNull(field);
            names = Map.copyOf(names);
        }
    }

    /**
     * Several values in one text, such as the boxes ticked in a form: a row is once in the category of each of them, so
     * cells do not add up to their margins, which count it once. Values are stripped of spaces; a row without any lacks
     * the key.
     *
     * @param field a column of categories or texts
     * @param separator stands between the values
     */
    record Choices(FieldRef field, String separator) implements Key {
        /** @throws IllegalArgumentException where the separator is empty */
        public Choices {
            Objects.requireNonNull(field);
            if (separator.isEmpty()) {
                throw new IllegalArgumentException("no separator");
            }
        }
    }

    /**
     * Numbers in bands: under the first bound, from each bound up to the next, from the last one on. Bands are named
     * without words: {@code < 10}, {@code 10 – 19} where column and bounds are whole, else {@code 10 – < 20}, and
     * {@code ≥ 20}.
     *
     * @param field a column of whole numbers or decimals
     * @param bounds where a band begins, rising
     */
    record Bands(FieldRef field, List<BigDecimal> bounds) implements Key {
        /** @throws IllegalArgumentException where there is no bound, or they do not rise */
        public Bands {
            Objects.requireNonNull(field);
            bounds = bounds.stream()
                    .map(bound -> new Constant.Number(bound).value())
                    .toList();
            if (bounds.isEmpty()) {
                throw new IllegalArgumentException("no bound");
            }
            for (int i = 1; i < bounds.size(); i++) {
                if (bounds.get(i - 1).compareTo(bounds.get(i)) >= 0) {
                    throw new IllegalArgumentException("bounds do not rise");
                }
            }
        }
    }
}
