package fr.sillage.platform.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.sillage.platform.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is said in French is said in English too, no sentence breaks, and each is set as its language asks. */
class LanguageFilesTest {
    private static final String FRENCH = "_fr.properties";
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");

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

    @TestFactory
    Stream<DynamicTest> bothLanguagesAreSetAsTheyShould() {
        return files().stream()
                .map(french -> DynamicTest.dynamicTest(
                        name(french),
                        () -> assertEquals(
                                List.of(),
                                Stream.concat(
                                                LanguageFile.read(french).typography(Typography::french),
                                                LanguageFile.read(english(french))
                                                        .typography(Typography::english))
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> whatTheInstituteReadsIsSetAsItShould() {
        List<Path> files = Checkout.files(Checkout.ROOT.resolve("docs/fr"), ".md");
        assertFalse(files.isEmpty());
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertEquals(
                                List.of(),
                                Typography.french(
                                        CODE.matcher(Checkout.text(file)).replaceAll("")))));
    }

    @Test
    void wrongTypographyIsFound() {
        for (String wrong : List.of(
                "l''été", "l'été", "cours...", "Quoi ?", "Quoi\u00a0? Rien.", "Nom :", "«été\u00a0»", "5 %", "{0}%")) {
            assertEquals(1, Typography.french(wrong).size(), wrong);
        }
        assertEquals(List.of(), Typography.french("«\u00a0L’été…\u00a0»\u00a0: 5\u202f%\u202f; à 09:44, a;b"));
        assertEquals(2, Typography.english("Cramer's \"V\"").size());
        assertEquals(List.of(), Typography.english("Cramer’s “V”; is it?"));
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
