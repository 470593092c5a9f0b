package fr.sillage.core.extension;

import fr.sillage.api.Message;
import java.util.Objects;

/**
 * Contributed code did not do its work. It carries no cause: what contributed code throws may quote data; what is
 * known of it stands in the platform's log and on the administrator's page.
 */
public final class ExtensionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened; people read the text {@code extension.WHY} of the core. */
    public enum Why {
        FAILED,
        /** Its bundle was removed or replaced meanwhile. */
        GONE,
        HUNG,
        QUARANTINED
    }

    private final String bundle;
    private final Why why;

    public ExtensionException(Contribution contribution, Why why) {
        super(contribution.id() + " of bundle " + contribution.bundle() + ": " + why);
        this.bundle = contribution.bundle();
        this.why = Objects.requireNonNull(why);
    }

    public Why why() {
        return why;
    }

    /** For the person whose work it was. */
    public Message reason() {
        return Message.of("fr.sillage.core", "extension." + why, bundle);
    }
}
