package fr.sillage.core.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle as a partner would make it, written by a test. Its classes are copies of the test's own. */
public final class TestJar {
    private static final String ANALYSIS = """
            <extension point="fr.sillage.core.analysisViews">
               <analysis id="%s" alias="%s" name="Name" description="What" contract="%s" class="%s" texts="texts/messages">
                  <slot name="data"/>
               </analysis>
            </extension>
            """;

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> extensions = new ArrayList<>();
    private final List<Class<?>> classes = new ArrayList<>();

    /** A bundle without any contribution. */
    public TestJar(String symbolicName) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", symbolicName + ";singleton:=true");
        headers.put("Bundle-Version", "1.0.0");
        headers.put(
                "Import-Package", "fr.sillage.api, fr.sillage.api.analysis, fr.sillage.api.data, fr.sillage.api.query");
    }

    /** @param value null takes the header out */
    public TestJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Any element of plugin.xml. */
    public TestJar extension(String xml) {
        extensions.add(xml);
        return this;
    }

    public TestJar analysis(String id, String contract, Class<?> type) {
        classes.add(type);
        return extension(ANALYSIS.formatted(id, id.substring(id.lastIndexOf('.') + 1), contract, type.getName()));
    }

    /** Writes it. @return the file */
    public Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> {
            if (value != null) {
                manifest.getMainAttributes().putValue(name, value);
            }
        });
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            if (!extensions.isEmpty()) {
                jar.putNextEntry(new JarEntry("plugin.xml"));
                jar.write(("<?eclipse version=\"3.4\"?>\n<plugin>" + String.join("", extensions) + "</plugin>")
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (Class<?> type : classes.stream().distinct().toList()) {
                String entry = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
                    in.transferTo(jar);
                }
            }
        }
        return file;
    }
}
