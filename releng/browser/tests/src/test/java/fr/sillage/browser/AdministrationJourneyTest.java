package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The platform administrator's work, from the first start on. */
@ExtendWith(Stage.class)
class AdministrationJourneyTest {
    private static final String PASSWORD = "une phrase assez longue";

    @Test
    void aFileThatIsLargerThanTheAdministratorAllowsIsRefusedAndTheNextOneTaken(
            Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        Path large = Files.writeString(folder.resolve("grand.csv"), "ville,inscrits\n" + "Arras,12\n".repeat(150_000));
        Path small = Files.writeString(folder.resolve("petit.csv"), "ville,inscrits\n" + "Arras,12\n".repeat(20));
        try (Tab admin = new Tab(browser, "fr-FR", "upload-limit");
                Tab manager = new Tab(browser, "fr-FR", "upload-refused")) {
            admin.open(platform.url());
            admin.signIn("admin", platform.password("admin"));
            uploadLimit(admin, 1);
            admin.click("admin.compact.Open University");
            admin.waitForText("admin.silos", "Compacté\u00a0: ");
            try {
                manager.open(platform.url());
                manager.signIn("gestionnaire", platform.password("gestionnaire"));
                manager.choose("community", "Open University");
                manager.click("nav.imports");
                manager.click("import.new");
                manager.waitForText("1 Mo au plus par fichier");
                manager.files().upload("upload", large);
                manager.waitForText("Vérifiez qu’aucun ne dépasse 1\u00a0Mo");
                manager.checkFits("upload-refused");
                manager.files().upload("upload", small);
                manager.waitForText("import.run", "Importer 20 lignes");
            } finally {
                uploadLimit(admin, 2048);
            }
        }
    }

    private static void uploadLimit(Tab admin, int mebibytes) {
        admin.click("nav.admin.status");
        admin.type("admin.setting.UPLOAD_MEBIBYTES", Integer.toString(mebibytes));
        admin.click("admin.save.UPLOAD_MEBIBYTES");
        admin.waitForText("Enregistré.");
    }

    @Test
    void anAdministratorMakesACommunityAndAnAccountAndItsMembershipAndTakesItAway(Platform platform, Browser browser) {
        try (Tab admin = new Tab(browser, "fr-FR", "administrator");
                Tab member = new Tab(browser, "en-GB", "new-member")) {
            admin.open(platform.url());
            admin.signIn("admin", platform.password("admin"));
            admin.type("admin.community.name", "Open University");
            admin.click("admin.community.create");
            admin.waitForText("Ce nom est déjà pris");
            admin.type("admin.community.name", "Recherche & <b>essais</b>");
            admin.click("admin.community.create");
            admin.waitForText("admin.communities", "Recherche & <b>essais</b>");
            admin.checkFits("admin-communities");

            makeAccount(admin);
            admin.checkFits("admin-account");

            member.open(platform.url());
            member.signIn("jeanne", PASSWORD);
            member.waitForText("not a member of any community");

            admin.choose("admin.membership.community", "Recherche & <b>essais</b>");
            admin.choose("admin.membership.profile", "gestionnaire");
            admin.click("admin.membership.add");
            admin.waitForText("admin.accounts", "Recherche & <b>essais</b> (gestionnaire)");

            member.open(platform.url(), "community");
            assertEquals("Recherche & <b>essais</b>", member.chosen("community"));
            member.find("nav.imports");

            String remove = "admin.membership.remove.Recherche & <b>essais</b>";
            admin.click(remove);
            admin.checkFits("admin-question");
            admin.click("question.renounce");
            assertTrue(admin.text("admin.accounts").contains("</b> (gestionnaire)"), "nothing changed");
            admin.click(remove);
            admin.click("question.agree");
            admin.waitForText("Membre d’aucune communauté");
            assertFalse(admin.text("admin.accounts").contains("</b> (gestionnaire)"));

            member.click("nav.data");
            member.waitForText("no longer open to you");
            assertEquals(List.of(), admin.errors(), "errors in the browser's console");
            assertEquals(List.of(), member.errors(), "errors in the browser's console");
        }
    }

    private static void makeAccount(Tab admin) {
        admin.click("nav.admin.accounts");
        admin.checkFits("admin-accounts");
        admin.click("admin.account.new");
        admin.type("admin.account.login", "jeanne");
        admin.type("admin.account.name", "Jeanne");
        admin.type("admin.account.password", "trop court");
        admin.click("admin.account.create");
        admin.waitForText("12 caractères au moins.");
        admin.type("admin.account.password", PASSWORD);
        admin.click("admin.account.create");
        admin.waitForText("Membre d’aucune communauté");
    }

    @Test
    void theFirstStartLeadsToTheAdministrator(Browser browser) throws IOException {
        try (Platform empty = Platform.startEmpty();
                Tab tab = new Tab(browser, "en-GB", "setup");
                Tab late = new Tab(browser, "fr-FR", "setup-late")) {
            late.open(empty.setupUrl(), "setup.login");
            late.checkFits("setup");
            tab.open(empty.setupUrl(), "setup.login");
            tab.type("setup.login", "premiere");
            tab.type("setup.name", "Première");
            tab.type("setup.password", "trop court");
            tab.click("setup.create");
            tab.waitForText("12 characters at least.");
            tab.type("setup.password", PASSWORD);
            tab.click("setup.create");
            tab.waitForText("No community yet");
            tab.checkFits("admin-first");

            late.type("setup.login", "deuxieme");
            late.type("setup.name", "Deuxième");
            late.type("setup.password", PASSWORD);
            late.click("setup.create");
            late.waitForText("Ce lien a déjà servi");
            late.open(empty.setupUrl());
            late.signIn("premiere", PASSWORD);
            late.find("admin.community.name");
            assertEquals(List.of(), empty.errors(), "errors of the platform");
        }
    }
}
