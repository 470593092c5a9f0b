package fr.sillage.core.internal.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.core.extension.RefusedFileException;
import fr.sillage.core.fakes.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarInspectionTest {
    @TempDir
    Path folder;

    @Test
    void aBundleIsNamedWithoutItsDirectives() throws Exception {
        assertEquals("org.example.one", JarInspection.symbolicName(jar(new TestJar("org.example.one"))));
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        Path whole = jar(new TestJar("org.example.one"));
        Path half = folder.resolve("half.jar");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2));
        Path plain = folder.resolve("plain.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plain))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        for (Path file : List.of(text, empty, half, plain, folder.resolve("missing.jar"))) {
            refused("file.refused.no.bundle", List.of(), file);
        }
        refused("file.refused.no.bundle", List.of(), jar(new TestJar("x").header("Bundle-SymbolicName", null)));
        refused("file.refused.no.bundle", List.of(), jar(new TestJar("x").header("Import-Package", ";;=")));
    }

    @Test
    void whatWouldGetPastGuardOrGateIsRefused() throws IOException {
        refused("file.refused.fragment", List.of(), jar(one().header("Fragment-Host", "fr.sillage.core")));
        refused("file.refused.dynamic", List.of(), jar(one().header("DynamicImport-Package", "*")));
        for (String closed : List.of(
                "fr.sillage.api.seal",
                "fr.sillage.core.gate",
                "fr.sillage.engine",
                "org.apache.derby.jdbc",
                "jakarta.persistence")) {
            refused(
                    "file.refused.closed",
                    List.of(closed),
                    jar(one().header("Import-Package", "fr.sillage.api, " + closed + ";version=\"[1,2)\"")));
        }
        for (String closed : List.of("fr.sillage.api", "fr.sillage.core", "fr.sillage.ui")) {
            refused("file.refused.closed", List.of(closed), jar(one().header("Require-Bundle", closed)));
        }
    }

    @Test
    void namesThatOnlyBeginAlikeAreOpen() throws Exception {
        JarInspection.symbolicName(
                jar(one().header("Import-Package", "fr.sillage.api.analysis, fr.sillage.corest, fr.sillage.chart")
                        .header("Require-Bundle", "org.eclipse.rap.rwt")));
    }

    @Test
    void otherExtensionPointsAreRefused() throws IOException {
        refused(
                "file.refused.point",
                List.of("org.eclipse.equinox.http.registry.servlets"),
                jar(one().extension("<extension point=\"org.eclipse.equinox.http.registry.servlets\"/>")));
        refused("file.refused.point", List.of(""), jar(one().extension("<extension/>")));
    }

    @Test
    void aBrokenPluginXmlIsRefusedWithItsPlace() throws IOException {
        RefusedFileException refusal = assertThrows(
                RefusedFileException.class, () -> JarInspection.symbolicName(jar(one().extension("<extension"))));
        assertEquals("file.refused.plugin", refusal.reason().key().key());
        assertEquals(2, refusal.reason().arguments().getFirst());
    }

    private static TestJar one() {
        return new TestJar("org.example.one");
    }

    private Path jar(TestJar jar) throws IOException {
        return jar.write(Files.createTempFile(folder, "test", ".jar"));
    }

    private static void refused(String key, List<?> arguments, Path file) {
        RefusedFileException refusal =
                assertThrows(RefusedFileException.class, () -> JarInspection.symbolicName(file), file.toString());
        assertEquals(key, refusal.reason().key().key());
        assertEquals(arguments, refusal.reason().arguments());
    }
}
