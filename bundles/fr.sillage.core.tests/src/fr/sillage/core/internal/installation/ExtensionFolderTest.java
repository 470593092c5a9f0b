package fr.sillage.core.internal.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sillage.core.extension.RefusedFile;
import fr.sillage.core.fakes.TestJar;
import fr.sillage.core.internal.extension.InstalledBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A folder of jars and the bundles in the framework. */
class ExtensionFolderTest {
    @TempDir
    Path place;

    private ExtensionFolder folder;
    private BundleContext context;
    private int written;

    @BeforeEach
    void start() {
        Bundle own = FrameworkUtil.getBundle(ExtensionFolderTest.class);
        assumeTrue(own != null, "in the framework only");
        context = own.getBundleContext();
        folder = new ExtensionFolder(place, context);
    }

    @AfterEach
    void empty() throws IOException {
        if (folder != null) {
            for (Path file : Files.list(place).toList()) {
                Files.delete(file);
            }
            folder.look(false);
            assertEquals(Map.of(), bundles());
        }
    }

    @Test
    void aJarComesChangesAndGoes() throws IOException {
        assertFalse(folder.look(false), "nothing there");
        put("one.jar", new TestJar("test.one"));
        assertTrue(folder.look(false));
        assertEquals(Map.of("one.jar", "test.one 1.0.0 active"), bundles());
        assertFalse(folder.look(false), "the same again");

        put("one.jar", new TestJar("test.one").header("Bundle-Version", "2.0.0"));
        assertTrue(folder.look(false));
        assertEquals(Map.of("one.jar", "test.one 2.0.0 active"), bundles());

        put("one.jar", new TestJar("test.other"));
        assertTrue(folder.look(false));
        assertEquals(Map.of("one.jar", "test.other 1.0.0 active"), bundles());

        Files.delete(place.resolve("one.jar"));
        assertTrue(folder.look(false));
        assertEquals(Map.of(), bundles());
        assertEquals(List.of(), folder.refused());
    }

    @Test
    void whatIsStillBeingCopiedWaits() throws IOException {
        put("one.jar", new TestJar("test.one"));
        byte[] whole = Files.readAllBytes(place.resolve("one.jar"));
        write("one.jar", Arrays.copyOf(whole, 50));
        folder.look(true);
        assertEquals(Map.of(), bundles());
        write("one.jar", Arrays.copyOf(whole, 100));
        folder.look(true);
        assertEquals(List.of(), folder.refused(), "it grows: nobody says anything yet");
        write("one.jar", whole);
        folder.look(true);
        assertEquals(Map.of(), bundles());
        assertTrue(folder.look(true), "it has stayed the same");
        assertEquals(Map.of("one.jar", "test.one 1.0.0 active"), bundles());
    }

    @Test
    void whatCannotBeInstalledIsSaidAndHurtsNoOther() throws IOException {
        write("text.jar", "no jar".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        put("closed.jar", new TestJar("test.closed").header("Import-Package", "fr.sillage.core.gate"));
        put("product.jar", new TestJar("fr.sillage.core"));
        put("needs.jar", new TestJar("test.needs").header("Import-Package", "not.there"));
        put("one.jar", new TestJar("test.one"));
        Files.writeString(place.resolve("readme.txt"), "no extension");
        Files.createDirectory(place.resolve("folder.jar"));

        assertTrue(folder.look(false));

        assertEquals("test.one 1.0.0 active", bundles().get("one.jar"));
        assertEquals(
                Map.of(
                        "closed.jar", "file.refused.closed",
                        "needs.jar", "file.refused.incomplete",
                        "product.jar", "file.refused.of.product",
                        "text.jar", "file.refused.no.bundle"),
                refused());
        assertFalse(folder.look(false), "told once");

        put("library.jar", new TestJar("test.library").header("Export-Package", "not.there"));
        folder.look(false);
        assertEquals("test.needs 1.0.0 active", bundles().get("needs.jar"));
        assertFalse(refused().containsKey("needs.jar"));
        Files.delete(place.resolve("text.jar"));
        assertTrue(folder.look(false));
        assertFalse(refused().containsKey("text.jar"));
    }

    @Test
    void oneNameInTwoFilesIsRefusedUntilOneGoes() throws IOException {
        put("a.jar", new TestJar("test.one"));
        folder.look(false);
        put("b.jar", new TestJar("test.one").header("Bundle-Version", "2.0.0"));
        folder.look(false);
        assertEquals(Map.of("a.jar", "test.one 1.0.0 active"), bundles());
        assertEquals(Map.of("b.jar", "file.refused.other.file"), refused());

        Files.delete(place.resolve("a.jar"));
        folder.look(false);
        assertEquals(Map.of("b.jar", "test.one 2.0.0 active"), bundles());
        assertEquals(Map.of(), refused());
    }

    @Test
    void aBrokenJarInThePlaceOfAGoodOneTakesItAway() throws IOException {
        put("one.jar", new TestJar("test.one"));
        folder.look(false);
        write("one.jar", new byte[] {1, 2, 3});
        folder.look(false);
        assertEquals(Map.of(), bundles());
        assertEquals(Map.of("one.jar", "file.refused.no.bundle"), refused());
    }

    private void put(String file, TestJar jar) throws IOException {
        Path made = jar.write(Files.createTempFile("test", ".part"));
        write(file, Files.readAllBytes(made));
        Files.delete(made);
    }

    /** Each time a second later: so one sees that it has changed. */
    private void write(String file, byte[] bytes) throws IOException {
        Files.write(place.resolve(file), bytes);
        Files.setLastModifiedTime(
                place.resolve(file), FileTime.from(Instant.now().plusSeconds(written++)));
    }

    private Map<String, String> bundles() {
        Map<String, String> bundles = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            InstalledBundles.file(bundle)
                    .ifPresent(file -> bundles.put(
                            file,
                            bundle.getSymbolicName() + " " + bundle.getVersion()
                                    + (bundle.getState() == Bundle.ACTIVE ? " active" : "")));
        }
        return bundles;
    }

    private Map<String, String> refused() {
        return folder.refused().stream()
                .collect(Collectors.toMap(
                        RefusedFile::file, refused -> refused.reason().key().key()));
    }
}
