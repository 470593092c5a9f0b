package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody reads in a language of their own. */
@ExtendWith(Stage.class)
class LanguagesJourneyTest {
    @Test
    void twoPeopleReadInTheirOwnLanguagesAtTheSameTime(Platform platform, Browser browser) {
        try (Tab french = new Tab(browser, "fr-FR", "french");
                Tab english = new Tab(browser, "en-GB", "english")) {
            french.open(platform.url());
            english.open(platform.url());
            french.waitForText("Mot de passe");
            english.waitForText("Password");
            french.signIn("analyste", platform.password("analyste"));
            english.signIn("lecteur", platform.password("lecteur"));
            french.waitForText("Se déconnecter");
            english.waitForText("Sign out");
            french.click("nav.data");
            english.click("nav.data");
            french.waitForText("datasets", "Lignes");
            english.waitForText("datasets", "Rows");
            french.checkFits("data-fr");
            english.checkFits("data-en");
            assertFalse(french.text().contains("Sign out"), french.text());
            assertFalse(english.text().contains("déconnecter"), english.text());
            assertEquals(List.of(), french.errors(), "errors in the browser's console");
            assertEquals(List.of(), english.errors(), "errors in the browser's console");
        }
    }
}
