package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a result. */
@ExtendWith(Stage.class)
class ImportJourneyTest {
    @Test
    void aManagerImportsAFileWithIdentifiersAndItIsCrossed(Platform platform, Browser browser, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("stages-essai.csv"), stays());
        Crossing expected = Crossing.of(file, "academie", "stage");
        try (Tab tab = new Tab(browser, "fr-FR", "manager")) {
            tab.open(platform.url());
            tab.signIn("gestionnaire", platform.password("gestionnaire"));
            tab.find("community");
            tab.click("nav.imports");
            tab.checkFits("imports");
            tab.click("import.new");
            tab.checkFits("import-new");
            tab.files().upload("upload", file);
            tab.waitForText("import.columns", "matricule");
            tab.waitForText("import.columns", "Identifiant direct");
            tab.waitForText("import.run", "Importer 600 lignes");
            tab.checkFits("import-columns");
            assertFalse(tab.text().contains("M-0"), "an identifier as it is in the file");
            tab.waitForText("import.columns", "M-••••");
            tab.click("import.run");
            tab.find("import.report");
            tab.waitForText("import.report", String.valueOf(expected.all()));
            tab.waitForText("import.report", "matricule\u00a0: Pseudonyme");
            tab.checkFits("import-report");
            tab.click("import.open");
            tab.find("open.crossing");
            tab.waitForText("Pseudonyme");
            assertFalse(tab.text().contains("M-0007"), "an identifier as it was in the file");
            tab.checkFits("data-set");
            tab.click("open.crossing");
            tab.find("analysis.counts");
            tab.choose("analysis.rows", "academie");
            tab.waitForText(": academie et ");
            tab.choose("analysis.columns", "stage");
            tab.waitForText(": academie et stage");
            CrossTableCheck.counts(tab.lines("analysis.counts"), expected);
            tab.checkFits("analysis-imported");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    @Test
    void aboveOneRejectedRowInAHundredThePageStopsAndAsks(Platform platform, Browser browser, @TempDir Path folder)
            throws IOException {
        StringBuilder csv = new StringBuilder("stage,note\n");
        for (int i = 0; i < 200; i++) {
            csv.append(i % 40 == 39 ? "Bilan,absent\n" : "Accueil,%d\n".formatted(i % 20));
        }
        Path file = Files.writeString(folder.resolve("notes-essai.csv"), csv.toString());
        try (Tab tab = new Tab(browser, "fr-FR", "rejects")) {
            open(tab, platform, file);
            tab.waitForText("import.run", "Importer 200 lignes");
            tab.cell("import.columns", "note");
            tab.choose("import.type", "Nombre entier");
            tab.waitForText("valeurs ne se lisent pas ainsi");
            tab.waitForText("5 valeurs illisibles");
            tab.checkFits("import-type-changed");
            tab.click("import.run");
            tab.waitForText("5 lignes, sur 200 lues, ne peuvent pas être prises. Rien n’a été enregistré.");
            tab.waitForText("import.rejects", "La valeur n’est pas un nombre entier.");
            tab.checkFits("import-asks");
            tab.click("import.renounce");
            tab.files().upload("upload", file);
            tab.waitForText("import.known", "mêmes colonnes");
            tab.choose("import.mode", "Nouveau jeu de données");
            tab.click("import.run");
            tab.click("import.anyway");
            tab.waitForText("import.report", "195");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    @Test
    void aRefusedFileIsNamedWithLineAndAnotherEncodingHelps(Platform platform, Browser browser, @TempDir Path folder)
            throws IOException {
        Path open = Files.writeString(
                folder.resolve("guillemet.csv"),
                "nom,stage\n" + "Paul,Bilan\n".repeat(30) + "\"Anne,Bilan\nLuc,Bilan\n");
        StringBuilder csv = new StringBuilder("stage;lieu\n");
        for (int i = 0; i < 8000; i++) {
            csv.append(i == 7500 ? "Été;Besançon\n" : "Bilan;Lyon\n");
        }
        Path latin = Files.write(folder.resolve("latin.csv"), csv.toString().getBytes(Charset.forName("windows-1252")));
        try (Tab tab = new Tab(browser, "fr-FR", "refused")) {
            open(tab, platform, open);
            tab.waitForText("Ligne 32\u00a0: Un guillemet ouvert à cette ligne n’est jamais refermé.");
            tab.checkFits("import-refused");
            tab.click("import.other");
            tab.files().upload("upload", latin);
            tab.waitForText("Ligne 7 502\u00a0: À cette ligne, des caractères ne sont pas en UTF-8.");
            tab.choose("import.setting.encoding", "Windows-1252 (exports français de Windows)");
            tab.waitForText("import.run", "Importer 8\u202f000 lignes");
            tab.checkFits("import-other-encoding");
            tab.click("import.run");
            tab.waitForText("import.report", "8\u202f000");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    private static void open(Tab tab, Platform platform, Path file) {
        tab.open(platform.url());
        tab.signIn("gestionnaire", platform.password("gestionnaire"));
        tab.click("nav.imports");
        tab.click("import.new");
        tab.files().upload("upload", file);
        tab.find("import.columns");
    }

    /** Registrations of people with a number each; every cell is large enough to be shown. */
    private static String stays() {
        List<String> academies = List.of("Créteil", "Lille", "Nantes");
        List<String> stages = List.of("Accueil", "Bilan", "Conduite");
        StringBuilder csv = new StringBuilder("matricule,academie,stage\n");
        for (int i = 0; i < 600; i++) {
            String academy = academies.get(i % 3);
            String stage = stages.get(i % 7 < 3 ? i % 3 : i % 11 % 3);
            csv.append("M-%04d,%s,%s\n".formatted(i, academy, stage));
        }
        return csv.toString();
    }
}
