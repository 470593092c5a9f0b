package fr.sillage.cli.internal;

import java.util.List;
import java.util.Objects;

/** A call that cannot be carried out as it stands: the key and arguments of a text of the command line. */
final class WrongCallException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    WrongCallException(String key, Object... arguments) {
        super(key);
        this.key = Objects.requireNonNull(key);
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}
