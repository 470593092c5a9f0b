package fr.sillage.api.source;

import fr.sillage.api.Message;
import java.util.Objects;
import java.util.OptionalLong;

/** A file that cannot be read as a whole: says what and where. The message never quotes file content. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;
    private final long line;

    /** @param line from 1; 0 where no line can be named */
    public SourceException(Message reason, long line) {
        super(reason.key().key() + (line > 0 ? " (line " + line + ")" : ""));
        this.reason = Objects.requireNonNull(reason);
        this.line = line;
    }

    public Message reason() {
        return reason;
    }

    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }
}
