package fr.sillage.platform.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the table's words for libraries stand for: beginnings of package and bundle names. */
final class Libraries {
    /** OSGi's own packages, for all bundles that are not pure. */
    private static final List<String> FRAMEWORK =
            List.of("org.osgi.framework", "org.osgi.util.tracker", "org.osgi.resource", "org.eclipse.osgi.util");

    private static final List<String> LOGGING = List.of("org.slf4j");

    private static final Map<String, List<String>> BY_WORD = Map.ofEntries(
            Map.entry("JDK", List.of()),
            Map.entry("api alone", List.of()),
            Map.entry("OSGi framework", FRAMEWORK),
            Map.entry("iPOJO", List.of("org.apache.felix.ipojo", "org.osgi.service.cm", "org.osgi.service.log")),
            Map.entry(
                    "Equinox registry",
                    List.of("org.eclipse.equinox.common", "org.eclipse.equinox.registry", "org.eclipse.core.runtime")),
            Map.entry(
                    "Equinox application",
                    List.of("org.eclipse.equinox.app", "org.eclipse.equinox.common", "org.eclipse.equinox.registry")),
            Map.entry("Jackson", List.of("com.fasterxml.jackson")),
            Map.entry("EclipseLink", List.of("org.eclipse.persistence", "jakarta.persistence")),
            Map.entry("Bouncy Castle", List.of("org.bouncycastle")),
            Map.entry("Commons CSV", List.of("org.apache.commons.csv", "org.apache.commons.io")),
            Map.entry("Commons Statistics", List.of("org.apache.commons.statistics", "org.apache.commons.numbers")),
            Map.entry("ASM", List.of("org.objectweb.asm")),
            Map.entry("Jetty", List.of("org.eclipse.equinox.http.jetty", "org.eclipse.jetty", "javax.servlet")),
            Map.entry("SWTChart", List.of("org.eclipse.swtchart")),
            // its bundles are named for RAP, their packages as SWT and JFace name them; it lives on the HTTP service
            Map.entry(
                    "RAP",
                    List.of(
                            "org.eclipse.rap",
                            "org.eclipse.swt",
                            "org.eclipse.jface",
                            "org.eclipse.ui",
                            "org.eclipse.core.runtime",
                            "javax.servlet",
                            "org.osgi.service.http")));

    private static final Set<String> JDK = ModuleLayer.boot().modules().stream()
            .filter(m -> Optional.ofNullable(m.getName())
                    .filter(n -> n.startsWith("java."))
                    .isPresent())
            .flatMap(m -> m.getPackages().stream())
            .collect(Collectors.toUnmodifiableSet());

    private Libraries() {}

    static boolean isWord(String word) {
        return BY_WORD.containsKey(word);
    }

    /** Whether a package or bundle belongs to what the words name, to the JDK or to logging. */
    static boolean covers(List<String> words, boolean pure, String name) {
        Stream<String> named = words.stream().flatMap(w -> BY_WORD.getOrDefault(w, List.of()).stream());
        return JDK.contains(name)
                || Stream.of(named, LOGGING.stream(), pure ? Stream.<String>empty() : FRAMEWORK.stream())
                        .flatMap(s -> s)
                        .anyMatch(beginning -> name.equals(beginning) || name.startsWith(beginning + "."));
    }
}
