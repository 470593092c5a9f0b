package fr.sillage.core.extension;

import fr.sillage.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A bundle that contributes, or came from the extensions folder.
 *
 * @param bundle symbolic name; communities enable an extension by it
 * @param names the bundle's name for people, by language
 * @param file its file in the extensions folder; empty for what belongs to the product
 * @param contributions what it contributes and can be used
 */
public record InstalledExtension(
        String bundle,
        String version,
        Map<Locale, String> names,
        Optional<String> file,
        State state,
        List<Contribution> contributions) {
    /** Whether it can be used. */
    public enum State {
        WORKING,
        /** Installed, but something that it needs is not there. */
        INCOMPLETE,
        /** Made for another version of the contract. */
        OUTDATED,
        /** It hung or did not end when told to; the administrator may release it. */
        QUARANTINED
    }

    public InstalledExtension {
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(version);
        names = Map.copyOf(names);
        Objects.requireNonNull(file);
        Objects.requireNonNull(state);
        contributions = List.copyOf(contributions);
    }

    /** Whether it belongs to the product: then communities use it unless they decide otherwise. */
    public boolean isOfTheProduct() {
        return file.isEmpty();
    }

    public String name(Locale locale) {
        return names.getOrDefault(Texts.supported(locale), bundle);
    }
}
