package fr.sillage.delimited;

import fr.sillage.api.Message;
import fr.sillage.api.source.SourceException;
import java.io.IOException;

/** Carries a refusal of the file through the parser, which knows only {@link IOException}. */
final class FileFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient SourceException refusal;

    FileFault(Message reason, long line) {
        super(reason.key().key());
        this.refusal = new SourceException(reason, line);
    }

    SourceException refusal() {
        return refusal;
    }
}
