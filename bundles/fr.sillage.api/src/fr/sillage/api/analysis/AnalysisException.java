package fr.sillage.api.analysis;

import fr.sillage.api.Message;
import java.util.Objects;

/** The analysis cannot answer; the message tells people why and what to do. */
public final class AnalysisException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public AnalysisException(Message reason) {
        super(reason.key().key());
        this.reason = Objects.requireNonNull(reason);
    }

    public Message reason() {
        return reason;
    }
}
