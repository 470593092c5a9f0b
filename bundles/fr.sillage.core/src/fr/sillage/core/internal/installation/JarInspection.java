package fr.sillage.core.internal.installation;

import fr.sillage.api.Message;
import fr.sillage.core.extension.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/**
 * Looks at a jar before it is installed. What is refused here would get past the guard, the gate or the anonymizers by
 * mistake; a bundle that means harm is a matter of review.
 */
final class JarInspection {
    private static final String OWN_POINTS = "fr.sillage.core.";
    private static final String API = "fr.sillage.api";

    /** The platform's own parts; an extension has no business with them. */
    private static final Set<String> CLOSED = Set.of(
            "fr.sillage.api.seal",
            "fr.sillage.core",
            "fr.sillage.engine",
            "fr.sillage.store",
            "fr.sillage.security",
            "fr.sillage.derby",
            "fr.sillage.ui",
            "fr.sillage.cli",
            "fr.sillage.demo",
            "org.apache.derby",
            "org.eclipse.persistence",
            "jakarta.persistence");

    private JarInspection() {}

    /**
     * @return the symbolic name
     * @throws RefusedFileException where it cannot or may not be installed
     */
    static String symbolicName(Path file) throws RefusedFileException {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getManifest() == null) {
                throw refused("no.bundle");
            }
            Attributes manifest = jar.getManifest().getMainAttributes();
            String name = names(manifest, "Bundle-SymbolicName").findFirst().orElseThrow(() -> refused("no.bundle"));
            if (manifest.getValue("Fragment-Host") != null) {
                throw refused("fragment");
            }
            checkUses(manifest);
            JarEntry plugin = jar.getJarEntry("plugin.xml");
            if (plugin != null) {
                try (InputStream in = jar.getInputStream(plugin)) {
                    checkPoints(in);
                }
            }
            return name;
        } catch (IOException | BundleException e) {
            throw refused("no.bundle");
        }
    }

    private static void checkUses(Attributes manifest) throws BundleException, RefusedFileException {
        if (manifest.getValue("DynamicImport-Package") != null) {
            throw refused("dynamic");
        }
        // who requires the whole api sees the seal as well
        String used = Stream.concat(
                        names(manifest, "Import-Package").filter(JarInspection::isClosed),
                        names(manifest, "Require-Bundle").filter(name -> isClosed(name) || name.equals(API)))
                .findFirst()
                .orElse("");
        if (!used.isEmpty()) {
            throw refused("closed", used);
        }
    }

    private static boolean isClosed(String name) {
        return CLOSED.stream().anyMatch(closed -> name.equals(closed) || name.startsWith(closed + "."));
    }

    /** Extensions to other points, such as those of the web server, would open doors beside the platform's own. */
    private static void checkPoints(InputStream plugin) throws RefusedFileException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(plugin);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("extension")) {
                    String point = reader.getAttributeValue(null, "point");
                    if (point == null || !point.startsWith(OWN_POINTS)) {
                        throw refused("point", point == null ? "" : point);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw refused(
                    "plugin", e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        }
    }

    private static Stream<String> names(Attributes manifest, String header) throws BundleException {
        String value = manifest.getValue(header);
        return value == null
                ? Stream.empty()
                : Arrays.stream(ManifestElement.parseHeader(header, value))
                        .flatMap(element -> Arrays.stream(element.getValueComponents()));
    }

    static RefusedFileException refused(String key, Object... arguments) {
        return new RefusedFileException(Message.of("fr.sillage.core", "file.refused." + key, arguments));
    }
}
