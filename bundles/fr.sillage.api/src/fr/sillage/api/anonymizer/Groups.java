package fr.sillage.api.anonymizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Values gathered under names, as the value of a parameter of type {@code groups}: a line for each value, with the
 * value, a tab and its group; backslash, tab and line ends in them are escaped ({@code \\}, {@code \t}, {@code \n},
 * {@code \r}).
 *
 * @param byValue group of each value; values are compared without white space around them
 */
public record Groups(SequencedMap<String, String> byValue) {
    public static final Groups NONE = new Groups(new LinkedHashMap<>());

    public Groups {
        SequencedMap<String, String> tidy = new LinkedHashMap<>();
        byValue.forEach((value, group) -> tidy.put(value.strip(), group.strip()));
        byValue = Collections.unmodifiableSequencedMap(tidy);
    }

    public Optional<String> of(String value) {
        return Optional.ofNullable(byValue.get(value.strip()));
    }

    public Groups with(String value, String group) {
        SequencedMap<String, String> copy = new LinkedHashMap<>(byValue);
        copy.put(value, group);
        return new Groups(copy);
    }

    public Groups without(String value) {
        SequencedMap<String, String> copy = new LinkedHashMap<>(byValue);
        copy.remove(value.strip());
        return new Groups(copy);
    }

    /** @throws IllegalArgumentException where the text is not of this form */
    public static Groups parse(String text) {
        SequencedMap<String, String> byValue = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalArgumentException("a line without a tab");
            }
            byValue.put(plain(line.substring(0, tab)), plain(line.substring(tab + 1)));
        });
        return new Groups(byValue);
    }

    public String format() {
        StringBuilder text = new StringBuilder();
        byValue.forEach((value, group) ->
                text.append(escaped(value)).append('\t').append(escaped(group)).append('\n'));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
