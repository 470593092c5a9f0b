package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Extensions that a partner makes outside the checkout, with the command's folders, plain Maven and bnd, and that come
 * and go while people work.
 */
@ExtendWith(Stage.class)
class ExtensionsJourneyTest {
    private static final String SOURCE = "org.example.records";
    private static final String ANONYMIZER = "org.example.masks";
    private static final String ANALYSIS = "org.example.shares";
    private static final String VIEW = "org.example.bars";
    private static final String ENDLESS = "org.example.endless";

    /** Names that people read. */
    private static final String RECORDS = "Records (field: value)";

    private static final String CHARACTERS = "First characters";

    @TempDir
    static Path folder;

    private static Partner partner;
    private static Path extensions;

    /** One run of Maven over all of them; each folder's own test passes in it. */
    @BeforeAll
    static void everyKindIsMadeOutside(Platform platform) throws Exception {
        extensions = platform.data().resolve("extensions");
        partner = new Partner(folder);
        partner.begin("source", SOURCE);
        partner.begin("anonymizer", ANONYMIZER);
        partner.begin("analysis", ANALYSIS);
        partner.begin("analysis", VIEW, "--view");
        Path source =
                partner.begin("analysis", ENDLESS).resolve("src/main/java/org/example/endless/internal/Endless.java");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace(
                                "job.check(); //",
                                "if (parameters.get(\"by\").isPresent()) { while (!job.cancelled()) { Thread.onSpinWait(); } } job.check(); //"));
        Files.delete(folder.resolve(ENDLESS).resolve("src/test/java/org/example/endless/internal/EndlessTest.java"));
        partner.buildAll(SOURCE, ANONYMIZER, ANALYSIS, VIEW, ENDLESS);
    }

    @AfterEach
    void leaveNothing() throws IOException {
        for (String name : List.of(SOURCE, ANONYMIZER, ANALYSIS, VIEW, ENDLESS)) {
            Files.deleteIfExists(extensions.resolve(name + "-1.0.0.jar"));
        }
    }

    @Test
    void anAnalysisIsTriedOnTheCommandLine() throws Exception {
        Path data = Files.writeString(folder.resolve("regions.csv"), "who;region\na;north\nb;north\nc;south\n");

        String said = partner.sillage(
                "analyse",
                "shares",
                "--extensions",
                partner.jar(ANALYSIS).getParent().toString(),
                "--data",
                data.toString(),
                "--role",
                "who=core:subject",
                "--param",
                "by=region",
                "--threshold",
                "1",
                "--language",
                "en");

        assertTrue(said.contains("“north” stands in 2 of 3 rows."), said);
    }

    @Test
    void anAnalysisWithAViewComesIsReplacedAndGoesInOpenSessions(Platform platform, Browser browser) throws Exception {
        Path jar = partner.jar(VIEW);
        try (Tab manager = tab(platform, browser, "en-GB", "extensions-manager", "gestionnaire");
                Tab analyst = tab(platform, browser, "fr-FR", "extensions-analyst", "analyste")) {
            analyst.choose("community", "Open University");
            analyst.click("nav.analyses");
            manager.click("nav.community.extensions");
            Partner.drop(jar, extensions);
            manager.click("extension.enabled." + VIEW);
            manager.checkFits("extensions-community");

            analyst.find("run.bars");
            openBars(analyst);
            analyst.waitForText("analysis.findings", "figure dans");
            analyst.waitForText("analysis.view", "6");
            analyst.checkFits("extensions-view");
            analyst.click("analysis.view.host");
            analyst.find("analysis.table.counts");
            String csv = analyst.files().download("analysis.export.csv");
            assertTrue(csv.contains("6940"), csv);
            analyst.click("analysis.view.own");
            openBars(manager);
            manager.find("analysis.view");

            for (String edition : List.of("second edition", "third edition")) {
                Partner.drop(renamed(jar, edition), extensions);
                manager.click("analysis.reopen");
                manager.waitForText("Frequencies, " + edition);
                manager.find("analysis.view");
                analyst.find("analysis.reopen");
            }

            Files.delete(extensions.resolve(jar.getFileName()));
            analyst.waitForText("analysis.vanished", "Son dernier résultat reste lisible");
            analyst.find("analysis.table.counts");
            assertFalse(analyst.text().contains("Vue de l’analyse"), "what its own view drew is gone with it");
            analyst.checkFits("extensions-vanished");
            analyst.choose("language", "English");
            analyst.waitForText("analysis.vanished", "Its last result stays readable");
            analyst.waitForText("analysis.findings", "stands in");
            analyst.find("analysis.table.counts");
            manager.click("nav.analyses");
            manager.find("run.crossing");
            assertFalse(manager.has("run.bars"));
            assertEquals(List.of(), analyst.errors(), "errors in the browser's console");
            assertEquals(List.of(), manager.errors(), "errors in the browser's console");
        }
    }

    @Test
    void enablingAndDisablingReachesOpenPagesAtOnce(Platform platform, Browser browser) throws Exception {
        Partner.drop(partner.jar(SOURCE), extensions);
        Partner.drop(partner.jar(ANONYMIZER), extensions);
        Partner.drop(partner.jar(ANALYSIS), extensions);
        Path file =
                Files.writeString(folder.resolve("people.csv"), "town,year\n" + "Arras,2024\nLens,2025\n".repeat(10));
        try (Tab manager = tab(platform, browser, "en-GB", "extensions-enabling", "gestionnaire");
                Tab analyst = tab(platform, browser, "en-GB", "extensions-assistant", "gestionnaire");
                Tab administrator = tab(platform, browser, "en-GB", "extensions-admin", "admin")) {
            administrator.click("nav.admin.extensions");
            for (String name : List.of(RECORDS, CHARACTERS, "Frequencies")) {
                administrator.waitForText("admin.extensions", name);
            }
            administrator.checkFits("extensions-admin");
            analyst.click("nav.imports");
            analyst.click("import.new");
            analyst.files().upload("upload", file);
            analyst.waitForText("import.run", "20");
            analyst.click("import.settings");
            manager.click("nav.community.extensions");
            assertFalse(analyst.offers("import.source", RECORDS));
            assertFalse(analyst.offers("import.treatment", CHARACTERS));

            manager.click("extension.enabled." + SOURCE);
            manager.click("extension.enabled." + ANONYMIZER);
            analyst.waitForChoice("import.source", RECORDS, true);
            analyst.waitForChoice("import.treatment", CHARACTERS, true);
            analyst.choose("import.treatment", CHARACTERS);
            manager.click("extension.enabled." + SOURCE);
            analyst.waitForChoice("import.source", RECORDS, false);

            manager.click("extension.enabled." + ANALYSIS);
            analyst.click("nav.analyses");
            analyst.find("run.shares");
            manager.click("extension.enabled." + ANALYSIS);
            analyst.waitUntilGone("run.shares");
            assertEquals(List.of(), analyst.errors(), "errors in the browser's console");
        }
    }

    @Test
    void anExtensionThatGoesDuringItsOwnJobEndsIt(Platform platform, Browser browser) throws Exception {
        try (Tab manager = tab(platform, browser, "en-GB", "extensions-endless-manager", "gestionnaire");
                Tab analyst = tab(platform, browser, "en-GB", "extensions-endless", "gestionnaire")) {
            manager.click("nav.community.extensions");
            analyst.click("nav.analyses");
            Partner.drop(partner.jar(ENDLESS), extensions);
            manager.click("extension.enabled." + ENDLESS);
            analyst.click("run.endless");
            analyst.find("analysis.cancel");

            Files.delete(extensions.resolve(ENDLESS + "-1.0.0.jar"));

            analyst.waitForText("analysis.vanished", "had not yet given a result");
            manager.click("nav.analyses");
            manager.click("run.crossing");
            manager.find("analysis.counts");
        }
    }

    private static Tab tab(Platform platform, Browser browser, String locale, String name, String login) {
        Tab tab = new Tab(browser, locale, name);
        tab.open(platform.url());
        tab.signIn(login, platform.password(login));
        return tab;
    }

    /** Of the demonstration's data: other journeys leave data sets of their own. */
    private static void openBars(Tab tab) {
        tab.click("nav.data");
        tab.cell("datasets", "registrations-2013");
        tab.click("open.bars");
    }

    /** The same jar with another English name of its analysis. */
    private static Path renamed(Path jar, String edition) throws IOException {
        Path other = Files.createDirectories(folder.resolve(edition)).resolve(jar.getFileName());
        Files.copy(jar, other, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + other.toUri()), Map.of())) {
            Path names = inside.getPath("OSGI-INF/l10n/bundle_en.properties");
            String text = Files.readString(names, StandardCharsets.UTF_8);
            Files.writeString(names, text.replace("Frequencies", "Frequencies, " + edition));
        }
        return other;
    }
}
