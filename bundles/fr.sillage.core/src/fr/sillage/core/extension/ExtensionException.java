package fr.sillage.core.extension;

import fr.sillage.api.Message;
import java.util.List;
import java.util.Locale;
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
        /** Memory ran out meanwhile, whoever used it. */
        MEMORY,
        QUARANTINED
    }

    private final List<String> names;
    private final Why why;

    public ExtensionException(Contribution contribution, Why why) {
        super(contribution.id() + " of bundle " + contribution.bundle() + ": " + why);
        this.names = List.of(contribution.name(Locale.FRENCH), contribution.name(Locale.ENGLISH));
        this.why = Objects.requireNonNull(why);
    }

    public Why why() {
        return why;
    }

    /** For the person whose work it was, in whose language nobody knows yet: its name in French and in English. */
    public Message reason() {
        return Message.of("fr.sillage.core", "extension." + why, names.get(0), names.get(1));
    }
}
