package fr.sillage.core.extension;

import fr.sillage.api.Message;

/** A file that cannot be installed as an extension; nothing has changed. */
public final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public RefusedFileException(Message reason) {
        super(reason.key().key());
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
