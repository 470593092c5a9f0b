package fr.sillage.ui.kit;

import fr.sillage.core.text.Names;
import java.util.Locale;
import java.util.Optional;

/**
 * A name as a person typed it.
 *
 * @param fit as it is kept; empty where something is wrong with it
 * @param problem says what is wrong with it; empty where nothing is
 */
public record TypedName(Optional<String> fit, String problem) {
    /** By the one rule for names. */
    public static TypedName of(String typed, Locale locale) {
        return Names.fault(typed)
                .map(fault -> new TypedName(
                        Optional.empty(), Messages.of(TypedName.class, locale).get("name." + fault, Names.LONGEST)))
                .orElseGet(() -> new TypedName(Optional.of(Names.accept(typed)), ""));
    }
}
