package fr.sillage.core.text;

import java.util.Collection;

/** Keeps texts of contributions beyond the life of their bundles. */
public interface TextKeeper {
    /** All texts of these contributions as they are now; of one that is gone what was read before. */
    Templates templates(Collection<String> contributions);

    /** Speaks with these texts; of contributions that are not among them, and the core, with those of now. */
    Texts texts(Templates templates);
}
