package fr.sillage.platform.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.platform.Checkout;
import fr.sillage.platform.architecture.ArchitectureRule.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every bundle to the table of docs/architecture.md, and the rules to their word. */
class ArchitectureTest {
    private static final String BAD = "fr.sillage.analysis.bad";

    private final MayUse mayUse = MayUse.read();
    private final Map<String, BundleManifest> bundles = bundles();
    private final Parts parts = new Parts(mayUse, bundles);

    @TestFactory
    Stream<DynamicTest> everyBundleKeepsEveryRule() {
        return Arrays.stream(ArchitectureRule.values())
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    List<String> faults = bundles.values().stream()
                            .flatMap(b -> rule.faults(b, parts).stream().map(fault -> b.name() + " " + fault))
                            .toList();
                    assertEquals(List.of(), faults, rule.reason());
                }));
    }

    @Test
    void everyRowHasItsBundle() {
        Set<String> missing = new TreeSet<>(mayUse.rows().keySet());
        missing.removeAll(bundles.keySet());
        assertEquals(Set.of(), missing, "a row without a bundle tells of what is no more, or not yet");
    }

    @Test
    void thereAreBundlesAndContributionsToCheck() {
        assertTrue(bundles.size() > 15, () -> "only " + bundles.keySet());
        assertTrue(bundles.containsKey("fr.sillage.core"));
        assertTrue(bundles.keySet().stream().anyMatch(n -> n.startsWith("fr.sillage.source.")));
    }

    @Test
    void aBundleWithoutARowIsFound() {
        assertFault(ArchitectureRule.EVERY_BUNDLE_HAS_A_ROW, "", "", "docs/architecture.md");
    }

    @Test
    void anUnknownWordIsFound() {
        assertFault(ArchitectureRule.WORDS_ARE_EXPLAINED, "Apache Anything", "", "Apache Anything");
    }

    @Test
    void aUseBesideTheRowIsFound() {
        ArchitectureRule rule = ArchitectureRule.USES_WHAT_ITS_ROW_NAMES;
        assertFault(rule, "statistics", "Import-Package: fr.sillage.engine", "fr.sillage.engine");
        assertFault(rule, "statistics", "Import-Package: org.apache.commons.csv", "org.apache.commons.csv");
        assertFault(rule, "statistics", "Require-Bundle: org.eclipse.core.runtime", "org.eclipse.core.runtime");
        assertFault(rule, "statistics", "Fragment-Host: fr.sillage.core", "fr.sillage.core");
        assertFault(rule, "api alone", "Import-Package: fr.sillage.no.such", "fr.sillage.no.such");
        assertEquals(
                List.of(),
                faults(
                        rule,
                        "statistics",
                        "Import-Package: fr.sillage.api.analysis, fr.sillage.statistics, org.slf4j, javax.crypto,"
                                + " org.osgi.framework"),
                "what it names, and what everybody may use");
    }

    @Test
    void aPureBundleMayNotUseTheFramework() {
        BundleManifest engine = BundleManifest.parse(
                "Bundle-SymbolicName: fr.sillage.engine\nImport-Package: org.osgi.framework\n", Set.of(), Set.of());
        assertEquals(
                List.of("uses org.osgi.framework"), ArchitectureRule.USES_WHAT_ITS_ROW_NAMES.faults(engine, parts));
    }

    @Test
    void aContributionThatSeesAnotherOrThePlatformIsFound() {
        ArchitectureRule rule = ArchitectureRule.CONTRIBUTIONS_SEE_NEITHER_EACH_OTHER_NOR_THE_PLATFORM;
        for (String use : List.of(
                "fr.sillage.core.gate",
                "fr.sillage.source.csv.internal",
                "fr.sillage.ui.kit",
                "org.eclipse.swt.widgets",
                "javax.sql",
                "jakarta.persistence",
                "org.apache.derby.iapi.jdbc")) {
            // though its row allowed it
            assertFault(rule, "core, RAP, ui, derby, EclipseLink", "Import-Package: " + use, use);
        }
        BundleManifest jdbc = BundleManifest.parse(manifest(""), Set.of(), Set.of("Sneaky.java"));
        assertEquals(List.of("a database, in Sneaky.java"), rule.faults(jdbc, parts));
    }

    @Test
    void aUseOfTheSealIsFound() {
        ArchitectureRule rule = ArchitectureRule.THE_SEAL_IS_THE_CORES;
        assertFault(rule, "api alone", "Import-Package: fr.sillage.api.seal", "fr.sillage.api.seal");
        assertFault(rule, "api alone", "Require-Bundle: fr.sillage.api", "fr.sillage.api");
        assertFault(rule, "api alone", "Export-Package: fr.sillage.api.seal;version=\"1.0.0\"", "others than the core");
    }

    @Test
    void aPackageWithoutVersionOrPlaceIsFound() {
        ArchitectureRule rule = ArchitectureRule.PACKAGES_ARE_VERSIONED_OR_INTERNAL;
        assertFault(rule, "JDK", "Export-Package: fr.sillage.bad", "without a version");
        assertFault(
                rule,
                "JDK",
                "Export-Package: fr.sillage.bad.internal;version=\"1.0.0\"",
                "exports fr.sillage.bad.internal");
        BundleManifest loose = BundleManifest.parse(manifest(""), Set.of("fr.sillage.bad.loose"), Set.of());
        assertEquals(List.of("fr.sillage.bad.loose is neither exported nor internal"), rule.faults(loose, parts));
    }

    private void assertFault(ArchitectureRule rule, String row, String header, String named) {
        List<String> faults = faults(rule, row, header);
        assertTrue(
                faults.stream().anyMatch(f -> f.contains(named)),
                () -> rule + " does not find " + named + " in " + header + ": " + faults);
    }

    /** Of a made-up bundle, added to the true ones. */
    private List<String> faults(ArchitectureRule rule, String row, String header) {
        BundleManifest bad = BundleManifest.parse(manifest(header), Set.of(), Set.of());
        Map<String, List<String>> rows = new TreeMap<>(mayUse.rows());
        if (!row.isEmpty()) {
            rows.put(BAD, List.of(row.split(", ")));
        }
        return rule.faults(bad, new Parts(new MayUse(rows, mayUse.pure()), bundles));
    }

    private static String manifest(String header) {
        return "Bundle-SymbolicName: " + BAD + "\n" + header + "\n";
    }

    private static Map<String, BundleManifest> bundles() {
        Map<String, BundleManifest> all = new TreeMap<>();
        for (var folder : Checkout.bundles()) {
            BundleManifest bundle = BundleManifest.of(folder);
            all.put(bundle.name(), bundle);
        }
        return all;
    }
}
