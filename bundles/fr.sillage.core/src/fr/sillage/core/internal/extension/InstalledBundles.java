package fr.sillage.core.internal.extension;

import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtension.State;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Bundles as extensions: those that contribute, and all that came by the extensions folder. */
public final class InstalledBundles {
    /** Begins the location of every bundle that came by the extensions folder; the file's name follows. */
    public static final String LOCATION = "extension:";

    private InstalledBundles() {}

    /** The file that a bundle came by; empty for the product's own. */
    public static Optional<String> file(Bundle bundle) {
        return Optional.of(bundle.getLocation())
                .filter(location -> location.startsWith(LOCATION))
                .map(location -> location.substring(LOCATION.length()));
    }

    static List<InstalledExtension> of(BundleContext context, Declarations declarations, ExtensionGuard guard) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName() != null)
                .filter(bundle -> file(bundle).isPresent() || contributes(bundle, declarations))
                .map(bundle -> extension(bundle, declarations, guard))
                .sorted(Comparator.comparing(InstalledExtension::bundle))
                .toList();
    }

    private static boolean contributes(Bundle bundle, Declarations declarations) {
        return declarations.all().values().stream().anyMatch(d -> d.bundle().equals(bundle.getSymbolicName()));
    }

    private static InstalledExtension extension(Bundle bundle, Declarations declarations, ExtensionGuard guard) {
        String name = bundle.getSymbolicName();
        List<Contribution> contributions = declarations.usable(Contribution.class).stream()
                .filter(c -> c.bundle().equals(name))
                .toList();
        State state;
        if (guard.isQuarantined(name)) {
            state = State.QUARANTINED;
        } else if (bundle.getState() == Bundle.INSTALLED) {
            state = State.INCOMPLETE;
        } else if (declarations.unusable().anyMatch(d -> d.bundle().equals(name) && d.kind() == Kind.WRONG_CONTRACT)) {
            state = State.OUTDATED;
        } else {
            state = State.WORKING;
        }
        return new InstalledExtension(
                name, bundle.getVersion().toString(), names(bundle), file(bundle), state, contributions);
    }

    private static Map<Locale, String> names(Bundle bundle) {
        Map<Locale, String> names = new HashMap<>();
        for (Locale locale : Texts.SUPPORTED) {
            Optional.ofNullable(bundle.getHeaders(locale.getLanguage()).get("Bundle-Name"))
                    .ifPresent(name -> names.put(locale, name));
        }
        return names;
    }
}
