package fr.sillage.delimited;

import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Tells the type of a column and how it is written by its values. */
public final class ValueFormats {
    private static final List<ValueFormat> CANDIDATES = Stream.of(Type.INTEGER, Type.DECIMAL, Type.DATE, Type.TIMESTAMP)
            .flatMap(type -> ValueFormat.usual(type).stream())
            .toList();
    /** A text of more characters on average is free text. */
    private static final int LONG_TEXT = 60;
    /** A mostly distinct text of several words is free text from this length on. */
    private static final int PHRASE = 25;
    /** Texts that come this often on average, among so many, were chosen and not written. */
    private static final int REPEATED = 5;

    private static final int ENOUGH = 20;

    private ValueFormats() {}

    /** @param values no blanks */
    public static ValueFormat of(List<String> values) {
        if (values.isEmpty() || values.stream().anyMatch(ValueFormats::isCode)) {
            return ValueFormat.of(text(values));
        }
        return CANDIDATES.stream()
                .filter(format -> fits(format, values))
                .findFirst()
                .orElseGet(() -> ValueFormat.of(text(values)));
    }

    /** Whether a text is a number, a date or a time stamp. */
    public static boolean isValue(String text) {
        return isCode(text) || !of(List.of(text)).type().isText();
    }

    private static boolean fits(ValueFormat format, List<String> values) {
        ValueFormat.Parser parser = format.parser();
        return values.stream()
                .allMatch(value -> format.type() == Type.DECIMAL
                        ? parser.parseDouble(value).isPresent()
                        : parser.parseLong(value).isPresent());
    }

    /** Digits that are no amount: their leading zero would be lost. */
    private static boolean isCode(String text) {
        String digits = text.strip();
        return digits.length() > 1 && digits.charAt(0) == '0' && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Type text(List<String> values) {
        int different = new HashSet<>(values).size();
        if (values.size() >= ENOUGH && different * REPEATED <= values.size()) {
            return Type.CATEGORY; // answers to choose from can be whole sentences
        }
        double length = values.stream().mapToInt(String::length).average().orElse(0);
        if (length > LONG_TEXT || values.stream().anyMatch(v -> v.indexOf('\n') >= 0 || v.indexOf('\r') >= 0)) {
            return Type.TEXT;
        }
        boolean distinct = values.size() >= 3 && different >= 0.9 * values.size();
        boolean phrases =
                values.stream().filter(v -> v.strip().indexOf(' ') > 0).count() * 2 > values.size();
        return distinct && phrases && length >= PHRASE ? Type.TEXT : Type.CATEGORY;
    }
}
