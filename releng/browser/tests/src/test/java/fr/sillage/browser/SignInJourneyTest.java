package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In by keys at once, out by hand, and out when nobody is there. */
@ExtendWith(Stage.class)
class SignInJourneyTest {
    @Test
    void keysTypedAtOnceArriveAndTheSignOutIsQuiet(Platform platform, Browser browser) {
        try (Tab tab = new Tab(browser, "fr-FR", "sign-in")) {
            tab.open(platform.url());
            tab.keyboard().waitForField();
            tab.keyboard().typeAtOnce("analyste", "Tab");
            tab.keyboard().typeAtOnce(platform.password("analyste"), "Enter");
            tab.find("datasets"); // a page that waits for news of the platform
            tab.click("signout");
            tab.find("login");
            tab.settle();
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    @Test
    void whoIsAwayIsWarnedThenSignedOutAndComesBackToTheSamePage(Browser browser) throws IOException {
        Platform platform = Platform.startOwn("away-platform", List.of("-Dsillage.awaySeconds=12"));
        try (Tab tab = new Tab(browser, "fr-FR", "away")) {
            tab.open(platform.url());
            tab.signIn("analyste", platform.password("analyste"));
            tab.click("nav.analyses");
            tab.waitForText("Êtes-vous toujours là");
            tab.press("nav.imports"); // a sign of the person
            tab.find("import.new");
            tab.waitForText("Êtes-vous toujours là");
            tab.find("signin.ended"); // nobody answered
            assertTrue(tab.text().contains("déconnecté pour inactivité"), tab.text());
            tab.signIn("analyste", platform.password("analyste"));
            tab.find("import.new");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
            assertEquals(List.of(), platform.errors(), "errors of the platform");
        } finally {
            platform.close();
        }
    }
}
