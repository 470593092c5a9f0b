package fr.sillage.api;

import java.util.List;
import java.util.Objects;

/**
 * A text with its arguments, in {@link java.text.MessageFormat} order. Arguments never hold personal values.
 *
 * @param key the text
 * @param arguments strings and numbers
 */
public record Message(MessageKey key, List<Object> arguments) {
    public Message {
        Objects.requireNonNull(key);
        arguments = List.copyOf(arguments);
    }

    public static Message of(String contribution, String key, Object... arguments) {
        return new Message(new MessageKey(contribution, key), List.of(arguments));
    }
}
