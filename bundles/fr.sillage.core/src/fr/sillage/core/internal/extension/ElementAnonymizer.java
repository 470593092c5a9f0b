package fr.sillage.core.internal.extension;

import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.internal.guard.ExtensionGuard;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IConfigurationElement;

/** An anonymizer in the registry. */
final class ElementAnonymizer extends ElementContribution implements AnonymizerDescriptor {
    private final Optional<ProposedFor> proposedFor;
    private final Set<Type> types;
    private final Anonymizer anonymizer;

    ElementAnonymizer(IConfigurationElement element, ExtensionGuard guard) {
        super(element);
        this.proposedFor =
                Elements.optional(element, "proposedFor", name -> ProposedFor.valueOf(name.toUpperCase(Locale.ROOT)));
        this.types = Elements.optional(element, "types", Elements::types)
                .orElseGet(() -> Set.copyOf(EnumSet.allOf(Type.class)));
        this.anonymizer = guard.anonymizer(this, () -> make("class"));
    }

    @Override
    public Optional<ProposedFor> proposedFor() {
        return proposedFor;
    }

    @Override
    public Set<Type> types() {
        return types;
    }

    @Override
    public Anonymizer anonymizer() {
        return anonymizer;
    }
}
