package fr.sillage.core.internal.extension;

import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.internal.guard.ExtensionGuard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.osgi.framework.Bundle;

/**
 * What the registry held for the three extension points at one moment. One contribution that is wrong leaves the
 * others alone.
 */
record Declarations(Map<IConfigurationElement, Declared> all) {
    static final String BUNDLE = "fr.sillage.core";
    static final Declarations NONE = new Declarations(Map.of());

    /** The version of the contract that contributions must be written against. */
    private static final String CONTRACT = "1";

    private static final Map<String, BiFunction<IConfigurationElement, ExtensionGuard, Contribution>> POINTS = Map.of(
            "dataSources", ElementSource::new,
            "anonymizers", ElementAnonymizer::new,
            "analysisViews", ElementAnalysis::new);

    /** A contribution that can be used, or one that cannot. */
    sealed interface Declared {
        String bundle();

        record Usable(Contribution contribution) implements Declared {
            @Override
            public String bundle() {
                return contribution.bundle();
            }
        }

        record Unusable(String bundle, String id, Kind kind, String detail) implements Declared {}
    }

    /** The registry as it is now; contributions that stay keep their objects. */
    Declarations again(IExtensionRegistry registry, ExtensionGuard guard) {
        Map<IConfigurationElement, Declared> found = new LinkedHashMap<>();
        POINTS.forEach((point, make) -> {
            Set<String> ids = new HashSet<>();
            Arrays.stream(registry.getConfigurationElementsFor(BUNDLE, point))
                    // the product's bundles are older than all others: of two with one id, theirs counts
                    .sorted(Comparator.comparingLong(Declarations::age))
                    .forEach(element -> read(element, make, guard, ids).ifPresent(d -> found.put(element, d)));
        });
        return new Declarations(found);
    }

    /** Without those of a bundle. The registry gives their places to the next ones: those must not be taken for them. */
    Declarations without(String bundle) {
        return new Declarations(all.entrySet().stream()
                .filter(e -> !e.getValue().bundle().equals(bundle))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
    }

    private Optional<Declared> read(
            IConfigurationElement element,
            BiFunction<IConfigurationElement, ExtensionGuard, Contribution> make,
            ExtensionGuard guard,
            Set<String> ids) {
        try {
            String bundle = element.getContributor().getName();
            String id = Elements.optional(element, "id").orElse("");
            String contract = Elements.optional(element, "contract").orElse("none");
            if (!contract.equals(CONTRACT)) {
                return Optional.of(new Declared.Unusable(
                        bundle, id, Kind.WRONG_CONTRACT, "contract " + contract + ", here is " + CONTRACT));
            }
            Declared known = all.get(element);
            Contribution contribution =
                    known instanceof Declared.Usable usable ? usable.contribution() : make.apply(element, guard);
            return Optional.of(
                    ids.add(id)
                            ? new Declared.Usable(contribution)
                            : new Declared.Unusable(bundle, id, Kind.ID_TAKEN, "another contribution has this id"));
        } catch (Elements.MisdeclaredException e) {
            return Optional.of(
                    new Declared.Unusable(element.getContributor().getName(), "", Kind.MISDECLARED, e.getMessage()));
        } catch (InvalidRegistryObjectException e) {
            return Optional.empty(); // gone meanwhile: the registry will tell
        }
    }

    private static long age(IConfigurationElement element) {
        try {
            Bundle bundle = ContributorFactoryOSGi.resolve(element.getContributor());
            return bundle == null ? Long.MAX_VALUE : bundle.getBundleId();
        } catch (InvalidRegistryObjectException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Those of one kind that can be used. */
    <C extends Contribution> List<C> usable(Class<C> type) {
        return all.values().stream()
                .filter(Declared.Usable.class::isInstance)
                .map(d -> ((Declared.Usable) d).contribution())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Stream<Declared.Unusable> unusable() {
        return all.values().stream().filter(Declared.Unusable.class::isInstance).map(Declared.Unusable.class::cast);
    }

    /** What cannot be used now and was not there before. */
    List<Declared.Unusable> newlyUnusable(Declarations before) {
        return all.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.all().get(e.getKey())))
                .map(Map.Entry::getValue)
                .filter(Declared.Unusable.class::isInstance)
                .map(Declared.Unusable.class::cast)
                .toList();
    }
}
