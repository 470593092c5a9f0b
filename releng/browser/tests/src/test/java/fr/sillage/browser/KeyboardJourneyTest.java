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
            tab.keyboard().tabTo("input", "Identifiant");
            tab.keyboard().press("analyste", "Tab", platform.password("analyste"), "Enter");
            tab.find("signout");
            tab.settle();
            tab.keyboard().tabTo("combobox", "Communauté");
            tab.keyboard().press("ArrowDown");
            tab.waitForText("datasets", "registrations-2013");
            tab.keyboard().tabTo("button", "Données");
            tab.keyboard().tabTo("grid", "Données");
            tab.keyboard().arrowTo("registrations-2013");
            tab.keyboard().press("Enter");
            tab.find("open.crossing");
            tab.settle();
            tab.keyboard().tabTo("button", "Croisement");
            tab.keyboard().press("Enter");
            tab.find("analysis.counts");
            tab.settle();
            tab.keyboard().tabTo("combobox", "Colonnes");
            tab.keyboard().press("ArrowDown");
            tab.settle();
            tab.keyboard().tabTo("button", "Analyses");
            tab.keyboard().press("Enter");
            tab.find("run.crossing");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
        assertEquals(List.of(), platform.errors(), "errors of the platform");
    }
}
