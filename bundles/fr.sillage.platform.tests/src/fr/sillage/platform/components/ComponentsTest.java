package fr.sillage.platform.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.platform.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.felix.ipojo.ComponentInstance;
import org.apache.felix.ipojo.architecture.Architecture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * iPOJO's manipulator fails in silence: a class that it did not take up is simply no component at run time. So the jars
 * of the features, which are those of the product, are compared with their own class files, then started, and each
 * component must become valid and offer its services.
 */
class ComponentsTest {
    private static final Pattern COMPONENT = Pattern.compile("component \\{ \\$name=\"([^\"]+)\"");
    private static final Pattern INSTANCE = Pattern.compile("instance \\{ \\$component=\"([^\"]+)\"");
    private static final long PATIENCE_MILLIS = 60_000;

    private static final BundleContext CONTEXT =
            FrameworkUtil.getBundle(ComponentsTest.class).getBundleContext();

    /** Services without which nothing works, so that a component that lost its annotation is missed. */
    private static final Set<String> EXPECTED = Set.of(
            "fr.sillage.core.analysis.Analyses",
            "fr.sillage.core.community.Communities",
            "fr.sillage.core.community.FirstAdministrator",
            "fr.sillage.core.community.PasswordHasher",
            "fr.sillage.core.community.PlatformStore",
            "fr.sillage.core.community.SignIn",
            "fr.sillage.core.extension.Extensions",
            "fr.sillage.core.imports.Imports",
            "fr.sillage.core.jobs.JobKind",
            "fr.sillage.core.jobs.JobStore",
            "fr.sillage.core.jobs.Jobs",
            "fr.sillage.core.results.AnalysisStates",
            "fr.sillage.core.results.SavedAnalyses",
            "fr.sillage.core.settings.PlatformSettings",
            "fr.sillage.core.settings.SettingStore",
            "fr.sillage.core.silo.SiloStore",
            "fr.sillage.core.text.Texts");

    @BeforeAll
    static void start() throws BundleException {
        for (Bundle bundle : componentBundles()) {
            bundle.start(Bundle.START_TRANSIENT);
        }
    }

    @Test
    void everyBundleWithComponentsIsInAFeature() {
        Set<String> folders = Checkout.bundles().stream()
                .filter(b -> Files.exists(b.resolve("metadata.xml")))
                .map(Path::getFileName)
                .map(Path::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(folders.isEmpty());
        assertEquals(
                folders,
                componentBundles().stream().map(Bundle::getSymbolicName).collect(Collectors.toCollection(TreeSet::new)),
                "folders with a metadata.xml, and installed bundles with components");
    }

    @Test
    void theHeaderNamesEveryAnnotatedClassAndMakesAnInstance() throws IOException {
        Map<String, Set<String>> annotated = new TreeMap<>();
        Map<String, Set<String>> named = new TreeMap<>();
        Map<String, Set<String>> instances = new TreeMap<>();
        for (Bundle bundle : ours()) {
            Set<String> classes = ComponentClasses.of(bundle);
            String header = header(bundle);
            if (!classes.isEmpty() || !header.isEmpty()) {
                annotated.put(bundle.getSymbolicName(), classes);
                named.put(bundle.getSymbolicName(), matches(COMPONENT, header));
                instances.put(bundle.getSymbolicName(), matches(INSTANCE, header));
            }
        }

        assertTrue(annotated.containsKey("fr.sillage.core"), () -> "no components found: " + annotated);
        assertEquals(annotated, named);
        assertEquals(annotated, instances);
    }

    @Test
    void theJarsAreThoseThatTheProductIsMadeOf() {
        for (Bundle bundle : componentBundles()) {
            assertTrue(
                    bundle.getLocation().endsWith(".jar"),
                    () -> bundle.getSymbolicName() + " runs from " + bundle.getLocation() + ": run 'verify'");
        }
    }

    @Test
    void everyComponentIsValidAtRunTime() throws InvalidSyntaxException {
        Set<String> components = componentBundles().stream()
                .flatMap(b -> matches(COMPONENT, header(b)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        Map<String, String> invalid = notValid(components);
        while (!invalid.isEmpty() && System.currentTimeMillis() < end) {
            sleep();
            invalid = notValid(components);
        }

        assertEquals(Map.of(), invalid, "components that never became valid, and why");
        assertEquals(
                Set.of(),
                EXPECTED.stream()
                        .filter(name -> CONTEXT.getServiceReference(name) == null)
                        .collect(Collectors.toSet()),
                "services that are missing");
    }

    private static Map<String, String> notValid(Set<String> components) throws InvalidSyntaxException {
        Map<String, String> missing = new TreeMap<>();
        components.forEach(name -> missing.put(name, "no instance"));
        Collection<ServiceReference<Architecture>> instances = CONTEXT.getServiceReferences(Architecture.class, null);
        for (ServiceReference<Architecture> reference : instances) {
            Architecture instance = CONTEXT.getService(reference);
            String component =
                    instance.getInstanceDescription().getComponentDescription().getName();
            if (instance.getInstanceDescription().getState() == ComponentInstance.VALID) {
                missing.remove(component);
            } else {
                missing.computeIfPresent(
                        component,
                        (name, why) -> instance.getInstanceDescription()
                                .getDescription()
                                .toString());
            }
        }
        return missing;
    }

    private static List<Bundle> ours() {
        return Arrays.stream(CONTEXT.getBundles())
                .filter(b -> b.getSymbolicName().startsWith("fr.sillage."))
                .filter(b -> b != CONTEXT.getBundle())
                .toList();
    }

    private static List<Bundle> componentBundles() {
        return ours().stream().filter(b -> !header(b).isEmpty()).toList();
    }

    private static String header(Bundle bundle) {
        String header = bundle.getHeaders().get("iPOJO-Components");
        return header == null ? "" : header;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
