package fr.sillage.platform.components;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;

/** Finds the classes of a bundle that carry iPOJO's annotation, by their bytes: it is not visible at run time. */
final class ComponentClasses {
    private static final String ANNOTATION = "Lorg/apache/felix/ipojo/annotations/Component;";

    private ComponentClasses() {}

    static Set<String> of(Bundle bundle) throws IOException {
        Set<String> found = new TreeSet<>();
        Enumeration<URL> classes = bundle.findEntries("/", "*.class", true);
        for (URL url : classes == null ? Collections.<URL>emptyList() : Collections.list(classes)) {
            try (InputStream in = url.openStream()) {
                // the name of an annotation stands in clear in the constant pool
                if (new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(ANNOTATION)) {
                    found.add(url.getPath().substring(1).replace(".class", "").replace('/', '.'));
                }
            }
        }
        return found;
    }
}
