package fr.sillage.platform.architecture;

import fr.sillage.platform.Checkout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/**
 * What a bundle says of itself, and the packages that lie in its source folder.
 *
 * @param requires symbolic names in Require-Bundle, and the host of a fragment
 * @param exports packages with the attributes of their export
 * @param packages packages with source files
 * @param databaseImports source files that import JDBC, which needs no line in the manifest
 */
record BundleManifest(
        String name,
        Set<String> imports,
        Set<String> requires,
        Map<String, Export> exports,
        Set<String> packages,
        Set<String> databaseImports) {
    /** @param friends who alone may use it; empty where everybody may */
    record Export(Optional<String> version, Set<String> friends) {}

    static BundleManifest of(Path bundle) {
        Set<String> packages = new TreeSet<>();
        Set<String> jdbc = new TreeSet<>();
        Path sources = bundle.resolve("src");
        if (Files.isDirectory(sources)) {
            for (Path file : Checkout.files(sources, ".java")) {
                packages.add(sources.relativize(file.getParent()).toString().replace('/', '.'));
                if (Checkout.text(file).contains("import java.sql.")) {
                    jdbc.add(file.getFileName().toString());
                }
            }
        }
        return parse(Checkout.text(bundle.resolve("META-INF/MANIFEST.MF")), packages, jdbc);
    }

    /** @param text a manifest as it stands in the file */
    static BundleManifest parse(String text, Set<String> packages, Set<String> databaseImports) {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            Manifest manifest = new Manifest(in);
            Set<String> requires = new TreeSet<>(names(manifest, "Require-Bundle"));
            requires.addAll(names(manifest, "Fragment-Host"));
            Map<String, Export> exports = new LinkedHashMap<>();
            for (ManifestElement export : elements(manifest, "Export-Package")) {
                Set<String> friends = Optional.ofNullable(export.getDirective("x-friends")).stream()
                        .flatMap(list -> Arrays.stream(list.split(",")))
                        .map(String::strip)
                        .collect(Collectors.toSet());
                for (String name : export.getValueComponents()) {
                    exports.put(name, new Export(Optional.ofNullable(export.getAttribute("version")), friends));
                }
            }
            return new BundleManifest(
                    names(manifest, "Bundle-SymbolicName").iterator().next(),
                    names(manifest, "Import-Package"),
                    requires,
                    exports,
                    packages,
                    databaseImports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Manifest manifest, String header) {
        return elements(manifest, header).stream()
                .flatMap(e -> Arrays.stream(e.getValueComponents()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ManifestElement> elements(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        try {
            return value == null ? List.of() : List.of(ManifestElement.parseHeader(header, value));
        } catch (BundleException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
