package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From sign-in to a result without a mouse. */
@ExtendWith(Stage.class)
class KeyboardJourneyTest {
    @Test
    void anAnalystReachesAResultByKeysAlone(Platform platform, Browser browser) {
        try (Tab tab = new Tab(browser, "fr-FR", "keyboard")) {
            tab.open(platform.url());
            tab.settle();
            tab.tabTo("input", "Identifiant");
            tab.keys("analyste", "Tab", platform.password("analyste"), "Enter");
            tab.find("signout");
            tab.settle();
            tab.tabTo("combobox", "Communauté");
            tab.keys("ArrowDown");
            tab.waitForText("datasets", "registrations-2013");
            tab.tabTo("button", "Données");
            tab.tabTo("grid", "Données");
            tab.arrowTo("registrations-2013");
            tab.keys("Enter");
            tab.find("open.crossing");
            tab.settle();
            tab.tabTo("button", "Croisement");
            tab.keys("Enter");
            tab.find("analysis.counts");
            tab.settle();
            tab.tabTo("combobox", "Colonnes");
            tab.keys("ArrowDown");
            tab.settle();
            tab.tabTo("button", "Analyses");
            tab.keys("Enter");
            tab.find("run.crossing");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
        assertEquals(List.of(), platform.errors(), "errors of the platform");
    }
}
