package fr.sillage.platform.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.sillage.platform.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is said in French is said in English too, and no sentence breaks. */
class LanguageFilesTest {
    private static final String FRENCH = "_fr.properties";

    @TestFactory
    Stream<DynamicTest> bothLanguagesSayTheSame() {
        List<Path> files = files();
        assertFalse(files.isEmpty());
        return files.stream()
                .map(french -> DynamicTest.dynamicTest(
                        name(french),
                        () -> assertEquals(
                                List.of(), LanguageFile.read(french).faults(LanguageFile.read(english(french))))));
    }

    @Test
    void faultsAreFound() {
        LanguageFile french = new LanguageFile(
                Map.of("a", "L'import", "b", "{0} lignes", "c", "", "d", "{0", "e", "l''import '{'"), true);
        LanguageFile english =
                new LanguageFile(Map.of("a", "Import", "b", "rows", "d", "x", "e", "import", "f", "x"), true);
        assertEquals(
                List.of(
                        "a: a lone apostrophe",
                        "b: other arguments",
                        "c: empty",
                        "c: in one language only",
                        "d: not a pattern",
                        "d: other arguments",
                        "f: in one language only"),
                french.faults(english));
    }

    private static List<Path> files() {
        return List.of("src", "texts", "OSGI-INF").stream()
                .flatMap(folder -> Checkout.files(folder, FRENCH).stream())
                .toList();
    }

    private static String name(Path file) {
        Path bundles = Checkout.bundle("fr.sillage.core").getParent();
        return bundles.relativize(file).toString();
    }

    /** Texts in {@code OSGI-INF} fall back to the file without a language, which is the English one. */
    private static Path english(Path french) {
        String base = french.getFileName().toString().replace(FRENCH, "");
        Path named = french.resolveSibling(base + "_en.properties");
        return Files.exists(named) ? named : french.resolveSibling(base + ".properties");
    }
}
