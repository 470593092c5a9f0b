package fr.sillage.core.internal.extension;

import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.core.extension.AnonymizerDescriptor;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IConfigurationElement;

/** An anonymizer in the registry. */
final class ElementAnonymizer extends ElementContribution<Anonymizer> implements AnonymizerDescriptor {
    ElementAnonymizer(IConfigurationElement element) {
        super(element, Anonymizer.class);
    }

    @Override
    public Optional<ProposedFor> proposedFor() {
        return Optional.ofNullable(element().getAttribute("proposedFor"))
                .map(name -> ProposedFor.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    @Override
    public Anonymizer anonymizer() {
        return instance();
    }
}
