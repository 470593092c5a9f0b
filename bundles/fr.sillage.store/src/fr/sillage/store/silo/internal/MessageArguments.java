package fr.sillage.store.silo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arguments of a message as text: a line each, a letter for the kind (text, whole number, decimal) and the value, in
 * which backslash and line feed are escaped.
 */
final class MessageArguments {
    private MessageArguments() {}

    static String write(List<Object> arguments) {
        StringBuilder text = new StringBuilder();
        for (Object argument : arguments) {
            char kind = switch (argument) {
                case Long whole -> 'L';
                case Integer whole -> 'L';
                case Double decimal -> 'D';
                default -> 'S';
            };
            text.append(kind)
                    .append(argument.toString().replace("\\", "\\\\").replace("\n", "\\n"))
                    .append('\n');
        }
        return text.toString();
    }

    static List<Object> read(String text) {
        List<Object> arguments = new ArrayList<>();
        Stream.of(text.split("\n")).filter(line -> !line.isEmpty()).forEach(line -> {
            String value = unescape(line.substring(1));
            arguments.add(
                    switch (line.charAt(0)) {
                        case 'L' -> Long.valueOf(value);
                        case 'D' -> Double.valueOf(value);
                        default -> value;
                    });
        });
        return arguments;
    }

    private static String unescape(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                plain.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
