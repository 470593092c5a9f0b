package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Analyses are kept, opened again, and run again on new data. */
@ExtendWith(Stage.class)
class SavedJourneyTest {
    private static final String NAME = "Stages & académies <b>";

    @Test
    void aManagerSavesAnAnalysisAndSeesWhatTheNextVersionChanged(
            Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("parcours-essai.csv"), first());
        Path second = Files.writeString(folder.resolve("parcours-suite.csv"), second());
        try (Tab tab = new Tab(browser, "fr-FR", "saved")) {
            signIn(tab, platform);
            upload(tab, first);
            tab.waitForText("import.columns", "matricule");
            tab.click("import.run");
            tab.click("import.open");
            tab.click("open.crossing");
            tab.find("analysis.counts");
            tab.choose("analysis.rows", "academie");
            tab.choose("analysis.columns", "stage");
            tab.waitForText(": academie et stage");
            filterAndReload(tab);
            tab.click("analysis.save");
            tab.type("saved.name", NAME);
            tab.checkFits("saved-dialog");
            tab.click("saved.accept");
            tab.waitForText("saved.bar", NAME);
            tab.waitForText("saved.bar", "la version actuelle");
            export(tab);
            tab.click("signout");
            tab.find("login");
            signIn(tab, platform);
            upload(tab, second);
            tab.choose("import.mode", "Remplacer");
            tab.choose("import.existing", "parcours-essai");
            tab.click("import.run");
            tab.waitForText("import.report", "À la place des lignes présentes");
            tab.click("nav.analyses");
            tab.waitForText("saved.list", "version 1 (actuelle\u00a0: 2)");
            tab.checkFits("saved-list");
            tab.row("saved.list", NAME);
            tab.waitForText("saved.bar", "La version actuelle est la 2.");
            assertEquals("300", total(tab), "the result as it was saved");
            tab.click("saved.again");
            changed(tab);
            tab.click("saved.renew");
            tab.waitForText("saved.bar", "version 2, la version actuelle");
            assertEquals("450", total(tab));
            tab.click("saved.remove");
            tab.click("question.agree");
            tab.find("run.crossing");
            assertFalse(tab.text().contains("académies <b>"), "what was removed");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    /** What is published of the data set, as a file; and again from the list of jobs. */
    private static void export(Tab tab) throws IOException {
        tab.click("nav.data");
        tab.cell("datasets", "parcours-essai");
        tab.click("data.export");
        tab.waitForText("export.content", "une analyse enregistrée");
        tab.checkFits("export");
        Transfers.Saved file = tab.files().save("export.start");
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName());
            }
        }
        assertTrue(parts.contains("datapackage.json"), parts.toString());
        assertTrue(parts.contains("results/stages-academies-b/counts.csv"), parts.toString());
        tab.waitForText("export.made", "Gestionnaire (démonstration)");
        tab.click("nav.jobs");
        tab.row("jobs.ended", "Export · parcours-essai");
        assertArrayEquals(file.content(), tab.files().save("jobs.download").content());
    }

    /** Leaves the page with a filter and shares, as it was before a reload. */
    private static void filterAndReload(Tab tab) {
        tab.click("analysis.show.SHARE");
        tab.click("analysis.filter");
        tab.choose("selection.column", "statut");
        tab.clickText("selection.values", "titulaire");
        tab.click("selection.accept");
        tab.waitForText("statut\u00a0: titulaire");
        String address = tab.address();
        assertAll(
                () -> assertFalse(address.contains("titulaire"), address),
                () -> assertFalse(address.contains("statut"), address));
        tab.waitForText("analysis.counts", "Total");
        List<List<String>> before = tab.lines("analysis.counts");
        tab.reload("analysis.counts");
        tab.waitForText("statut\u00a0: titulaire");
        assertEquals(before, tab.lines("analysis.counts"));
        assertEquals(address, tab.address());
    }

    private static void changed(Tab tab) {
        tab.waitForText("saved.changes", "version 1 → version 2");
        String text = tab.text("saved.changes");
        assertAll(
                () -> assertTrue(text.contains("300 → 450 (+150)"), text),
                () -> assertTrue(text.contains("Nouveau dans «\u00a0academie\u00a0»\u00a0: Rennes."), text),
                () -> assertTrue(text.contains("N’apparaît plus dans «\u00a0academie\u00a0»\u00a0: Nantes."), text),
                () -> assertTrue(text.contains("pour Lille, la part de Bilan passe de 33"), text));
        tab.checkFits("saved-changes");
    }

    private static String total(Tab tab) {
        return tab.lines("analysis.counts").getLast().getLast();
    }

    @Test
    void aReaderReadsWhatWasSavedAndSavesNothing(Platform platform, Browser browser) {
        try (Tab analyst = new Tab(browser, "fr-FR", "saved-analyst")) {
            analyst.open(platform.url());
            analyst.signIn("analyste", platform.password("analyste"));
            analyst.choose("community", "Institut (exemple)");
            analyst.click("nav.analyses");
            analyst.click("run.crossing");
            analyst.find("analysis.counts");
            analyst.click("analysis.save");
            analyst.type("saved.name", "Pour le conseil");
            analyst.click("saved.accept");
            analyst.find("saved.bar");
            String link = analyst.address();
            try (Tab reader = new Tab(browser, "en-GB", "saved-reader")) {
                reader.open(platform.url());
                reader.signIn("lecteur", platform.password("lecteur"));
                reader.click("nav.analyses");
                reader.row("saved.list", "Pour le conseil");
                reader.waitForText("saved.bar", "Saved analysis: Pour le conseil");
                reader.find("analysis.counts");
                reader.checkFits("saved-reader");
                String text = reader.text();
                assertAll(
                        () -> assertEquals(link, reader.address()),
                        () -> assertTrue(text.contains("Cross-tabulation: "), text),
                        () -> assertFalse(text.contains("Save…"), text),
                        () -> assertFalse(text.contains("Run again"), text),
                        () -> assertFalse(text.contains("Delete"), text));
                assertEquals(List.of(), reader.errors(), "errors in the browser's console");
            }
            analyst.click("saved.remove");
            analyst.click("question.agree");
            assertEquals(List.of(), analyst.errors(), "errors in the browser's console");
        }
    }

    private static void signIn(Tab tab, Platform platform) {
        tab.open(platform.url());
        tab.signIn("gestionnaire", platform.password("gestionnaire"));
        tab.find("community");
    }

    private static void upload(Tab tab, Path file) {
        tab.click("nav.imports");
        tab.click("import.new");
        tab.files().upload("upload", file);
        tab.find("import.run");
    }

    /** 300 tenured, a third of each academy in each course. */
    private static String first() {
        StringBuilder csv = head();
        List<String> academies = List.of("Créteil", "Lille", "Nantes");
        List<String> courses = List.of("Accueil", "Bilan", "Conduite");
        for (int i = 0; i < 600; i++) {
            line(csv, i, academies.get(i / 2 % 3), courses.get(i / 6 % 3));
        }
        return csv.toString();
    }

    /** 450 tenured; Rennes instead of Nantes, and most of Lille in one course. */
    private static String second() {
        StringBuilder csv = head();
        List<String> academies = List.of("Créteil", "Lille", "Rennes");
        List<String> courses = List.of("Accueil", "Bilan", "Conduite");
        for (int i = 0; i < 900; i++) {
            String academy = academies.get(i / 2 % 3);
            line(csv, i, academy, academy.equals("Lille") && i % 90 < 60 ? "Bilan" : courses.get(i / 6 % 3));
        }
        return csv.toString();
    }

    private static StringBuilder head() {
        return new StringBuilder("matricule,academie,stage,statut\n");
    }

    private static void line(StringBuilder csv, int i, String academy, String course) {
        csv.append("P-%04d,%s,%s,%s\n".formatted(i, academy, course, i % 2 == 0 ? "titulaire" : "contractuel"));
    }
}
