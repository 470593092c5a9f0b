package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Long work goes on without its page, and is found again. */
@ExtendWith(Stage.class)
class JobsJourneyTest {
    /** Enough to be caught at work. */
    private static final int ROWS = 1_200_000;

    @Test
    void anImportGoesOnWithoutItsTabAndAnotherIsCancelledAndStartedAgain(
            Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        Path first = file(folder.resolve("longue-liste.csv"));
        Path second = file(folder.resolve("autre <i>liste.csv"));
        try (Tab manager = new Tab(browser, "fr-FR", "jobs-first")) {
            signIn(manager, platform, "gestionnaire");
            manager.click("nav.jobs");
            manager.checkFits("jobs");
            importFile(manager, first);
            manager.press("jobs.indicator");
            manager.waitForText("jobs.active", "longue-liste.csv");
        }
        try (Tab manager = new Tab(browser, "en-GB", "jobs-second")) {
            signIn(manager, platform, "gestionnaire");
            manager.press("nav.jobs");
            manager.waitForText("jobs.ended", "longue-liste.csv");
            manager.row("jobs.ended", "longue-liste.csv");
            manager.find("jobs.open");
            manager.checkFits("jobs-done");
            manager.click("jobs.open");
            manager.waitForText("longue-liste");

            importFile(manager, second);
            manager.press("nav.jobs");
            manager.press("jobs.cancel");
            manager.waitForText("jobs.ended", "stopped");
            manager.click("nav.data");
            assertFalse(manager.text("datasets").contains("autre"), "nothing of what was cancelled");
            manager.click("nav.jobs");
            manager.row("jobs.ended", "autre <i>liste.csv");
            manager.find("jobs.again");
            manager.checkFits("jobs-cancelled");
            manager.press("jobs.again");
            manager.waitForText("jobs.indicator", "Import: done");
            manager.click("jobs.indicator");
            manager.find("jobs.open");
            manager.click("jobs.forget");
            assertFalse(manager.text("jobs.ended").contains("autre"));
            assertEquals(List.of(), manager.errors(), "errors in the browser's console");
        }
        try (Tab analyst = new Tab(browser, "fr-FR", "jobs-analyst")) {
            signIn(analyst, platform, "analyste");
            analyst.choose("community", "Open University");
            analyst.click("nav.jobs");
            assertFalse(analyst.text().contains("longue-liste"), "jobs of others are for managers");
        }
    }

    @Test
    void whatAKillInterruptedIsStartedAgainAndLeavesNoFile(Browser browser, @TempDir Path folder) throws IOException {
        Path file = file(folder.resolve("coupure.csv"));
        Platform platform = Platform.startOwn("killed-platform");
        try {
            try (Tab tab = new Tab(browser, "fr-FR", "jobs-before-kill")) {
                signIn(tab, platform, "gestionnaire");
                importFile(tab, file);
                tab.waitForText("jobs.indicator", "1 import en cours");
                platform = platform.killAndRestart();
            }
            try (Tab tab = new Tab(browser, "fr-FR", "jobs-after-kill")) {
                signIn(tab, platform, "gestionnaire");
                assertFalse(tab.text("datasets").contains("coupure"), "the silo is as before");
                tab.click("nav.jobs");
                tab.waitForText("jobs.ended", "interrompu");
                tab.row("jobs.ended", "coupure.csv");
                tab.checkFits("jobs-interrupted");
                tab.press("jobs.again");
                tab.waitForText("jobs.ended", "terminé");
                tab.row("jobs.ended", "coupure.csv");
                tab.click("jobs.open");
                tab.waitForText("coupure");
            }
            assertEquals(List.of(), spooled(platform.data()), "files left in the spools");
            assertEquals(List.of(), platform.errors(), "errors of the platform");
        } finally {
            platform.close();
        }
    }

    private static void signIn(Tab tab, Platform platform, String login) {
        tab.open(platform.url());
        tab.signIn(login, platform.password(login));
        tab.find("community");
    }

    /** Returns as soon as the import is under way, from another page. */
    private static void importFile(Tab tab, Path file) {
        tab.click("nav.imports");
        tab.click("import.new");
        tab.files().upload("upload", file);
        if (tab.chosen("import.mode").isEmpty()) { // a plan is kept from the file before
            tab.choose("import.mode", tab.text().contains("same columns") ? "New data set" : "Nouveau jeu de données");
        }
        tab.press("import.run");
        tab.waitForText("jobs.indicator", "import");
        tab.press("nav.data");
        tab.find("datasets");
    }

    private static Path file(Path path) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write("matricule,academie,stage\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("M-%07d,Académie %d,Stage %d%n".formatted(i / 3, i % 13, i % 7));
            }
        }
        return path;
    }

    private static List<String> spooled(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(name -> name.contains("spool"))
                    .toList();
        }
    }
}
