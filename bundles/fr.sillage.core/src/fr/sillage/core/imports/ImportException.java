package fr.sillage.core.imports;

import fr.sillage.api.Message;
import java.util.Objects;
import java.util.OptionalLong;

/** An import that stopped; the silo is as before. The reason names line and column where there are any. */
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;
    private final long line;

    public ImportException(Message reason, OptionalLong line) {
        super(reason.key().key() + (line.isPresent() ? " (line " + line.getAsLong() + ")" : ""));
        this.reason = Objects.requireNonNull(reason);
        this.line = line.orElse(0);
    }

    public Message reason() {
        return reason;
    }

    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }
}
