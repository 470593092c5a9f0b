package fr.sillage.core.extension;

import java.util.Locale;

/** What can be said of a contribution without loading its class. */
public interface Contribution {
    String id();

    /** The bundle that contributes it, for messages about faults. */
    String bundle();

    /** In the reader's language. */
    String name(Locale locale);
}
