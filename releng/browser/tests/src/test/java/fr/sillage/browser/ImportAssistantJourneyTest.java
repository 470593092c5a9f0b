package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several files, groups made by hand, plans that are approved, versions that are taken back. */
@ExtendWith(Stage.class)
class ImportAssistantJourneyTest {
    @Test
    void twoFilesOfOneKindFollowOneAnotherAndTheSecondIsTakenBack(
            Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("sessions-mars.csv"), sessions("2026-03-", 60));
        Path second = Files.writeString(folder.resolve("sessions-avril.csv"), sessions("2026-04-", 30));
        try (Tab tab = signedIn(platform, browser, "gestionnaire", "assistant")) {
            tab.click("import.new");
            tab.files().drop("upload.drop", first, second);
            tab.waitForText("Fichier 1 sur 2");
            tab.cell("import.columns", "ville");
            tab.choose("import.treatment", "Regroupement");
            tab.waitForText("import.run", "Importer 60 lignes");
            tab.click("groups.open");
            tab.cell("groups.values", "Arras");
            tab.cellToo("groups.values", "Lens");
            tab.type("groups.name", "Pas-de-Calais");
            tab.click("groups.gather");
            tab.checkFits("import-groups");
            tab.click("groups.done");
            tab.cell("import.columns", "jour");
            tab.choose("import.treatment", "Mois ou année");
            tab.click("import.tab.preview");
            tab.waitForText("import.before", "Arras");
            tab.waitForText("import.after", "Pas-de-Calais");
            tab.waitForText("import.after", "2026-03");
            tab.checkFits("import-preview");
            tab.click("import.run");
            tab.waitForText("import.known", "mêmes colonnes que le plan «\u00a0sessions-mars\u00a0»");
            tab.waitForText("import.run", "Importer 30 lignes");
            assertEquals("Ajouter à", tab.chosen("import.mode"));
            tab.checkFits("import-known");
            tab.click("import.run");
            tab.waitForText("jobs.running.import", "sessions-avril.csv");
            tab.checkFits("import-runs");
            tab.click("nav.imports");
            tab.cell("imports", "sessions-avril.csv");
            tab.waitForText("import.report", "Ajouté aux lignes présentes (version 2)");
            tab.waitForText("import.report", "ville\u00a0: Regroupement");
            tab.checkFits("import-report-again");
            tab.click("import.undo");
            tab.click("question.agree");
            tab.waitForText("Cet import a été annulé");
            tab.click("nav.data");
            tab.cell("datasets", "sessions-mars");
            tab.waitForText("60 lignes");
            tab.click("nav.imports");
            tab.click("import.new");
            tab.files().upload("upload", second);
            tab.choose("import.mode", "Remplacer");
            tab.waitForText("import.run", "Importer 30 lignes");
            tab.click("import.run");
            tab.waitForText("import.report", "À la place des lignes présentes");
            tab.click("nav.data");
            tab.cell("datasets", "sessions-mars");
            tab.waitForText("30 lignes");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    @Test
    void anAnalystAsksForApprovalAndThenImportsWithThreeDecisions(
            Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("visites.csv"), sessions("2026-05-", 40).replace("jour", "visite"));
        try (Tab analyst = signedIn(platform, browser, "analyste", "analyst-plan");
                Tab manager = signedIn(platform, browser, "gestionnaire", "manager-plan")) {
            analyst.click("import.new");
            analyst.files().upload("upload", file);
            analyst.waitForText("import.run", "Demander l’approbation");
            analyst.checkFits("import-ask");
            analyst.click("import.run");
            analyst.waitForText("plan.saved", "Il attend d’être approuvé");
            manager.click("nav.imports");
            manager.cell("plans", "visites");
            manager.waitForText("Établi par Analyste (démonstration)");
            manager.waitForText("n’a pas de délégué à la protection des données");
            manager.checkFits("plan");
            manager.click("plan.approve");
            manager.waitForText("Approuvé le");
            analyst.click("nav.imports");
            analyst.click("import.new");
            analyst.files().upload("upload", file);
            analyst.waitForText("import.known", "mêmes colonnes");
            analyst.choose("import.mode", "Nouveau jeu de données");
            analyst.click("import.run");
            analyst.waitForText("import.report", "40");
            assertEquals(List.of(), analyst.errors(), "errors in the browser's console");
            assertEquals(List.of(), manager.errors(), "errors in the browser's console");
        }
    }

    private static Tab signedIn(Platform platform, Browser browser, String login, String name) {
        Tab tab = new Tab(browser, "fr-FR", name);
        tab.open(platform.url());
        tab.signIn(login, platform.password(login));
        tab.find("community");
        tab.choose("community", "Open University");
        tab.click("nav.imports");
        return tab;
    }

    private static String sessions(String month, int count) {
        List<String> towns = List.of("Arras", "Lens", "Lille");
        StringBuilder csv = new StringBuilder("jour,ville,inscrits\n");
        for (int i = 0; i < count; i++) {
            csv.append("%s%02d,%s,%d\n".formatted(month, i % 28 + 1, towns.get(i % 3), 10 + i % 7));
        }
        return csv.toString();
    }
}
