package fr.sillage.core.internal.extension;

import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.AnonymizerDescriptor;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Set<Type> types() {
        return Optional.ofNullable(element().getAttribute("types"))
                .map(names -> Stream.of(names.trim().split("\\s+")).map(Type::valueOf).collect(Collectors.toSet()))
                .orElseGet(() -> EnumSet.allOf(Type.class));
    }

    @Override
    public Anonymizer anonymizer() {
        return instance();
    }
}
