package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names and values that would be scripts, formulas or log lines: everywhere they are text. */
@ExtendWith(Stage.class)
class HostileNamesJourneyTest {
    private static final String IMAGE = "<img src=hostile onerror=alert(1)>";
    private static final String PASSWORD = "a long enough password";
    private static final String LOGIN = "<i>marie</i>";
    private static final String PERSON = "=HYPERLINK(\"http://x\") " + IMAGE;
    private static final String COMMUNITY = "<svg onload=alert(2)> & 'Cie'";
    private static final List<String> ROWS = List.of("<script>alert(3)</script>", "=1+1", "+33", "@SUM(A1)");
    private static final List<String> COLUMNS = List.of("gpj.\u202Eexe", "{{7*7}} %s {0}", IMAGE);

    @Test
    void whateverNamesSayTheyAreText(Platform platform, Browser browser, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(IMAGE + "\u001B[31m\nERROR forged.csv"), registrations());
        try (Tab admin = new Tab(browser, "fr-FR", "hostile-admin")) {
            admin.open(platform.url());
            admin.signIn("admin", platform.password("admin"));
            admin.type("admin.community.name", "Institut \u202Etxt");
            admin.click("admin.community.create");
            admin.waitForText("caractères invisibles");
            admin.type("admin.community.name", COMMUNITY);
            admin.click("admin.community.create");
            admin.waitForText("admin.communities", COMMUNITY);
            admin.click("nav.admin.accounts");
            admin.click("admin.account.new");
            admin.type("admin.account.login", LOGIN);
            admin.type("admin.account.name", PERSON);
            admin.type("admin.account.password", PASSWORD);
            admin.click("admin.account.create");
            admin.waitForText("Membre d’aucune communauté");
            admin.choose("admin.membership.community", COMMUNITY);
            admin.choose("admin.membership.profile", "gestionnaire");
            admin.click("admin.membership.add");
            admin.waitForText("admin.accounts", COMMUNITY + " (gestionnaire)");
            admin.click("nav.admin.status");
            checkText(admin);
        }
        try (Tab member = new Tab(browser, "fr-FR", "hostile-member")) {
            member.open(platform.url());
            member.signIn(LOGIN, PASSWORD);
            assertEquals(COMMUNITY, member.chosen("community"));
            member.waitForText(PERSON.substring(0, 10));
            importFile(member, file);
            cross(member);
            member.click("nav.jobs");
            checkText(member);
            member.click("nav.imports");
            checkText(member);
            member.click("nav.data");
            member.waitForText("datasets", "img src=hostile");
            checkText(member);
        }
        assertEquals(List.of(), platform.errors(), "errors of the platform, or lines that pretend to be");
    }

    private static void importFile(Tab member, Path file) {
        member.click("nav.imports");
        member.click("import.new");
        member.files().upload("upload", file);
        member.waitForText("import.columns", "<b>lieu</b>");
        checkText(member);
        member.cell("import.columns", "<b>lieu</b>");
        checkText(member);
        member.type("import.name", IMAGE + " 1");
        member.click("import.run");
        member.find("import.report");
        checkText(member);
        member.click("import.open");
        member.find("open.crossing");
        checkText(member);
    }

    private static void cross(Tab member) throws IOException {
        member.click("open.crossing");
        member.find("analysis.counts");
        member.choose("analysis.rows", "<b>lieu</b>");
        member.choose("analysis.columns", "=cmd|' /C calc'!A0");
        member.settle();
        checkText(member);
        assertTrue(member.text("analysis.counts").contains(ROWS.getFirst()), "shown as it is");
        assertFalse(member.text("analysis.counts").contains("\u202E"), "nothing turns the text around");
        name(member);
        String csv = member.files().download("analysis.export.csv");
        List<String> fields = Arrays.stream(csv.split("[;\r\n]"))
                .map(field -> field.replaceAll("^\uFEFF?\"", ""))
                .toList();
        assertTrue(csv.contains("1+1"), csv);
        assertEquals(
                List.of(),
                fields.stream().filter(f -> f.matches("^[=@+].*")).toList(),
                "what a spreadsheet would calculate");
        String svg = new String(member.files().save("analysis.export.svg").content(), StandardCharsets.UTF_8);
        assertFalse(svg.contains("<script") || svg.contains("onerror=alert(1)>"), "a script in the picture");
    }

    /** Names that a member gives go through the one rule too, and the field says what is wrong. */
    private static void name(Tab member) {
        member.click("analysis.fold");
        member.clickText("selection.values", ROWS.getFirst());
        member.clickText("selection.values", ROWS.getLast());
        member.type("fold.name", "autres\u202Etxt");
        member.click("selection.accept");
        member.waitForText("selection.problem", "caractères invisibles");
        member.click("selection.cancel");
        member.click("analysis.save");
        member.type("saved.name", "Croisement\u202Etxt");
        member.click("saved.accept");
        member.waitForText("caractères invisibles");
        member.click("saved.renounce");
        member.settle();
    }

    /** The policy of the page names every script that it stops in the console. */
    private static void checkText(Tab tab) {
        tab.settle();
        assertEquals(0, tab.count("img[src*='hostile'], svg[onload], i, [onerror]"));
        assertEquals(List.of(), tab.errors(), "errors in the browser's console");
    }

    private static String registrations() {
        StringBuilder csv = new StringBuilder("matricule,<b>lieu</b>,=cmd|' /C calc'!A0\n");
        for (int i = 0; i < 480; i++) {
            csv.append("M-%04d,%s,%s\n".formatted(i, ROWS.get(i % 4), COLUMNS.get(i % 3)));
        }
        return csv.toString();
    }
}
