package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import java.io.IOException;
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
            tab.upload("upload", file);
            tab.waitForText("import.columns", "matricule");
            tab.waitForText("import.columns", "Identifiant direct");
            tab.checkFits("import-columns");
            tab.click("import.run");
            tab.find("import.report");
            tab.waitForText("import.report", String.valueOf(expected.all()));
            tab.checkFits("import-report");
            tab.click("import.open");
            tab.find("open.crossing");
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
