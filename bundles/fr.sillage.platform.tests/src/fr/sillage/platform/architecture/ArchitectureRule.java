package fr.sillage.platform.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the architecture, each with its reason. */
enum ArchitectureRule {
    EVERY_BUNDLE_HAS_A_ROW(
            "who opens the folder must find in one table what each bundle is for",
            (bundle, parts) -> parts.mayUse().rows().containsKey(bundle.name())
                    ? List.of()
                    : List.of("no row in the table of docs/architecture.md")),

    WORDS_ARE_EXPLAINED(
            "a word of the table that the check does not know would allow nothing or everything",
            (bundle, parts) -> parts.words(bundle).stream()
                    .filter(word -> !Libraries.isWord(word) && !parts.byName().containsKey("fr.sillage." + word))
                    .map(word -> "the word \"" + word + "\" of its row is neither a bundle nor in Libraries")
                    .toList()),

    USES_WHAT_ITS_ROW_NAMES(
            "a dependency is a decision: it is taken in the table, where others see it, not in passing in a manifest",
            (bundle, parts) -> {
                List<String> words = parts.words(bundle);
                boolean pure = parts.mayUse().pure().contains(bundle.name());
                Set<String> own = Stream.concat(
                                Stream.of(parts.api()), words.stream().map(w -> "fr.sillage." + w))
                        .collect(Collectors.toSet());
                return parts.used(bundle).entrySet().stream()
                        .filter(use -> use.getValue()
                                .map(by -> !own.contains(by))
                                .orElseGet(() -> !Libraries.covers(words, pure, use.getKey())))
                        .map(use -> "uses " + use.getKey())
                        .toList();
            }),

    CONTRIBUTIONS_SEE_NEITHER_EACH_OTHER_NOR_THE_PLATFORM(
            "sources, anonymizers and analyses come and go one by one, and no contributed code may get past the"
                    + " anonymizers to the silo or past the gate to the screen",
            (bundle, parts) -> {
                if (!isContribution(bundle.name())) {
                    return List.of();
                }
                boolean twin = bundle.name().endsWith(".ui");
                List<String> seen = new ArrayList<>(bundle.databaseImports().stream()
                        .map(f -> "a database, in " + f)
                        .toList());
                parts.used(bundle).forEach((name, by) -> {
                    String owner = by.orElse(name);
                    boolean ownTwin = twin && owner.equals(bundle.name().replaceAll("\\.ui$", ""));
                    boolean screen = startsWithOne(name, Set.of("org.eclipse.swt", "org.eclipse.rap", "org.eclipse.ui"))
                            || owner.startsWith("fr.sillage.ui");
                    boolean platform = Set.of("fr.sillage.core", "fr.sillage.store", "fr.sillage.security")
                            .contains(owner);
                    boolean database = startsWithOne(
                            name,
                            Set.of(
                                    "java.sql",
                                    "javax.sql",
                                    "jakarta.persistence",
                                    "org.eclipse.persistence",
                                    "org.apache.derby"));
                    if ((isContribution(owner) && !ownTwin) || (screen && !twin) || platform || database) {
                        seen.add("sees " + name);
                    }
                });
                return seen;
            }),

    THE_SEAL_IS_THE_CORES(
            "a published result can only be made with the seal, and only the core's gate may make one",
            (bundle, parts) -> {
                List<String> faults = new ArrayList<>();
                if (bundle.imports().contains(parts.seal()) && !bundle.name().equals("fr.sillage.core")) {
                    faults.add("imports " + parts.seal());
                }
                // who requires the whole bundle sees every package of it
                if (bundle.requires().contains(parts.api())) {
                    faults.add("requires " + parts.api() + ", and with it the seal, instead of importing packages");
                }
                BundleManifest.Export export = bundle.exports().get(parts.seal());
                if (export != null && !export.friends().equals(Set.of("fr.sillage.core"))) {
                    faults.add("exports the seal to others than the core");
                }
                return faults;
            }),

    PACKAGES_ARE_VERSIONED_OR_INTERNAL(
            "who uses a package must be told of what breaks, and what was never meant for others must not be reachable",
            (bundle, parts) -> {
                List<String> faults = new ArrayList<>();
                bundle.exports().forEach((name, export) -> {
                    if (export.version().isEmpty()) {
                        faults.add("exports " + name + " without a version");
                    }
                    if (isInternal(name)) {
                        faults.add("exports " + name);
                    }
                });
                bundle.packages().stream()
                        .filter(p -> !bundle.exports().containsKey(p) && !isInternal(p))
                        .forEach(p -> faults.add(p + " is neither exported nor internal"));
                return faults;
            });

    /**
     * What the rules look things up in.
     *
     * @param byName all bundles of the product
     */
    record Parts(MayUse mayUse, Map<String, BundleManifest> byName) {
        String api() {
            return "fr.sillage.api";
        }

        String seal() {
            return "fr.sillage.api.seal";
        }

        List<String> words(BundleManifest bundle) {
            return mayUse.rows().getOrDefault(bundle.name(), List.of());
        }

        /** Each package and bundle that a bundle uses, with the bundle of ours that it belongs to. */
        Map<String, Optional<String>> used(BundleManifest bundle) {
            Map<String, Optional<String>> used = new java.util.TreeMap<>();
            bundle.requires()
                    .forEach(name -> used.put(name, Optional.of(name).filter(n -> n.startsWith("fr.sillage."))));
            bundle.imports().stream()
                    .filter(name -> !bundle.exports().containsKey(name))
                    .forEach(name -> used.put(name, exporter(name)));
            return used;
        }

        private Optional<String> exporter(String name) {
            return byName.values().stream()
                    .filter(other -> other.exports().containsKey(name))
                    .map(BundleManifest::name)
                    // the adapter exports packages that RAP has too
                    .filter(owner -> owner.startsWith("fr.sillage."))
                    .findFirst()
                    .or(() -> Optional.of(name).filter(n -> n.startsWith("fr.sillage.")));
        }
    }

    private final String reason;
    private final BiFunction<BundleManifest, Parts, List<String>> check;

    ArchitectureRule(String reason, BiFunction<BundleManifest, Parts, List<String>> check) {
        this.reason = reason;
        this.check = check;
    }

    String reason() {
        return reason;
    }

    /** @return what is wrong, in words */
    List<String> faults(BundleManifest bundle, Parts parts) {
        return check.apply(bundle, parts);
    }

    private static boolean isContribution(String name) {
        return startsWithOne(name, Set.of("fr.sillage.source", "fr.sillage.anonymizer", "fr.sillage.analysis"));
    }

    private static boolean startsWithOne(String name, Set<String> beginnings) {
        return beginnings.stream().anyMatch(b -> name.equals(b) || name.startsWith(b + "."));
    }

    private static boolean isInternal(String name) {
        return name.endsWith(".internal") || name.contains(".internal.");
    }
}
