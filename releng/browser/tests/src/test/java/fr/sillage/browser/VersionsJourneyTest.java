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

/** A data set that is brought up to date by key, goes back to its first version, and loses a person. */
@ExtendWith(Stage.class)
class VersionsJourneyTest {
    @Test
    void rowsAreReplacedByKeyTheFirstVersionComesBackAndAPersonIsErased(
            Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        StringBuilder first = new StringBuilder("courriel,session,note\n");
        for (int i = 0; i < 60; i++) {
            first.append("v%d@ac-essai.fr,S%d,%d\n".formatted(i % 20, i % 3, i % 6));
        }
        StringBuilder second = new StringBuilder("courriel,session,note\n,S1,3\n");
        for (int i = 0; i < 25; i++) {
            second.append("v%d@ac-essai.fr,S%d,%d\n".formatted(i, i % 3, 10 + i % 6));
        }
        try (Tab tab = new Tab(browser, "fr-FR", "versions")) {
            tab.open(platform.url());
            tab.signIn("gestionnaire", platform.password("gestionnaire"));
            tab.find("community");
            tab.click("nav.imports");
            tab.click("import.new");
            tab.files().upload("upload", Files.writeString(folder.resolve("inscrits-essai.csv"), first));
            tab.waitForText("import.run", "Importer 60 lignes");
            tab.click("import.run");
            tab.waitForText("import.report", "60");
            tab.click("nav.imports");
            tab.click("import.new");
            tab.files().upload("upload", Files.writeString(folder.resolve("corrections-essai.csv"), second));
            tab.waitForText("import.run", "Importer 26 lignes");
            tab.choose("import.mode", "Remplacer par clé dans");
            tab.choose("import.existing", "inscrits-essai");
            assertEquals("courriel", tab.chosen("import.key.1"), "the person is proposed");
            tab.choose("import.key.2", "session");
            tab.checkFits("import-by-key");
            tab.click("import.run");
            tab.waitForText("import.report", "courriel, session");
            tab.waitForText("import.report", "20 (par 20 lignes du fichier)");
            tab.waitForText("import.report", "elle ne remplace aucune ligne");
            tab.checkFits("import-report-by-key");
            tab.click("import.open");
            tab.waitForText("data.facts", "66 lignes");
            goBack(tab);
            erase(tab);
            tab.click("nav.imports");
            tab.row("plans", "inscrits-essai");
            tab.waitForText("remplacées par celles de même clé\u00a0: courriel, session");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    private static void goBack(Tab tab) {
        tab.cell("data.versions", "1 (gardée)");
        tab.waitForText("data.back", "Revenir à la version 1");
        tab.checkFits("data-versions");
        tab.click("data.back");
        tab.waitForText("L’import fait depuis sera annulé");
        tab.click("question.agree");
        tab.waitForText("data.facts", "60 lignes");
        tab.waitForText("data.versions", "2 (annulée)");
    }

    private static void erase(Tab tab) {
        tab.click("nav.persons");
        tab.waitForText("Demandes des personnes");
        tab.checkFits("persons");
        tab.click("persons.erase");
        tab.waitForText("persons.told", "Indiquez la personne.");
        tab.type("persons.person", "v7@ac-essai.fr");
        tab.click("persons.erase");
        tab.waitForText("Effacer les données de cette personne\u202f?");
        tab.click("question.agree");
        tab.waitForText("La personne a été effacée d’un jeu de données");
        tab.waitForText("persons.erasures", "Gestionnaire (démonstration)");
        tab.waitForText("persons.erasures", "achevé");
        assertFalse(tab.text().contains("v7@"), "who it was stands nowhere");
        tab.checkFits("persons-erased");
        tab.click("nav.data");
        tab.cell("datasets", "inscrits-essai");
        tab.waitForText("data.facts", "57 lignes");
    }
}
