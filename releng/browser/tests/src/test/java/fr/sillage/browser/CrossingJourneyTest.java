package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An analyst crosses two columns of the demonstration's data. */
@ExtendWith(Stage.class)
class CrossingJourneyTest {
    private static final String UNIVERSITY = "Open University";

    @Test
    void anAnalystCrossesTwoColumnsAndTakesTheNumbersAlong(Platform platform, Browser browser) throws IOException {
        Crossing expected = Crossing.of(
                Platform.root().resolve("bundles/fr.sillage.demo/data/registrations-2013.csv"),
                "region",
                "code_module");
        try (Tab tab = new Tab(browser, "fr-FR", "analyst")) {
            checkProtection(tab, tab.open(platform.url()));
            tab.checkFits("sign-in");
            tab.signIn("analyste", "wrong");
            tab.waitForText("Identifiant ou mot de passe inconnu");
            tab.checkFits("sign-in-refused");
            tab.signIn("analyste", platform.password("analyste"));
            tab.find("signout");
            tab.choose("community", UNIVERSITY);
            tab.waitForText("datasets", "13\u202F529");
            tab.checkFits("data");
            tab.click("nav.analyses");
            tab.find("run.crossing");
            tab.checkFits("analyses");
            tab.click("nav.data");
            tab.clickText("datasets", "registrations-2013");
            tab.click("open.crossing");
            crossRegionByModule(tab);
            List<List<String>> counts = tab.lines("analysis.counts");
            CrossTableCheck.counts(counts, expected);
            assertEquals(
                    CrossTableCheck.HIDDEN,
                    CrossTableCheck.field(counts, "Scotland", "GGG"),
                    "the one person in Scotland");
            String findings = tab.text("analysis.findings");
            assertAll(
                    () -> assertTrue(findings.contains("Wales"), findings),
                    () -> assertTrue(findings.contains("202"), findings));
            tab.checkFits("analysis-fr");
            tab.click("analysis.show.RESIDUAL");
            CrossTableCheck.residuals(tab.lines("analysis.counts"), expected);
            tab.checkFits("analysis-residuals-fr");
            checkFile(tab.files().download("analysis.export.csv"), expected);
            checkImages(tab.files().save("analysis.export.svg"), tab.files().save("analysis.export.png"), expected);
            gatherRareCategories(tab);
            speakEnglishAndLeave(tab);
            assertEquals(
                    List.of(),
                    tab.requests().stream()
                            .filter(url -> url.contains("jsessionid"))
                            .toList());
        }
        assertEquals(List.of(), platform.errors(), "errors of the platform");
    }

    private static void checkProtection(Tab tab, Response response) throws IOException {
        String declared = Files.readString(Platform.root().resolve("bundles/fr.sillage.ui/plugin.xml"));
        Matcher policy = Pattern.compile("csp=\"([^\"]+)\"").matcher(declared);
        assertTrue(policy.find());
        String[] aroundNonce = policy.group(1).replace("&apos;", "'").split("nonce-", 2);
        String sent = response.headerValue("content-security-policy");
        assertTrue(
                sent.matches(
                        Pattern.quote(aroundNonce[0]) + "nonce-[0-9A-Za-z+/=-]{16,}" + Pattern.quote(aroundNonce[1])),
                sent);
        List<Cookie> sessions =
                tab.cookies().stream().filter(c -> c.name.equals("JSESSIONID")).toList();
        assertEquals(1, sessions.size());
        assertTrue(sessions.getFirst().httpOnly);
        assertEquals(SameSiteAttribute.LAX, sessions.getFirst().sameSite);
    }

    private static void crossRegionByModule(Tab tab) {
        tab.find("analysis.counts");
        tab.choose("analysis.rows", "region");
        tab.waitForText(": region et ");
        tab.choose("analysis.columns", "code_module");
        tab.waitForText(": region et code_module");
        tab.waitForText("analysis.counts", "Wales");
    }

    private static void checkFile(String file, Crossing expected) {
        assertEquals('\uFEFF', file.charAt(0), "byte order mark");
        List<List<String>> lines = file.substring(1)
                .lines()
                .map(line -> Arrays.asList(line.split(";", -1)))
                .toList();
        int start = lines.indexOf(List.of("Effectifs"));
        assertNotEquals(-1, start, file);
        List<String> head = lines.get(start + 1);
        int value = head.indexOf("Inscriptions");
        int compared = 0;
        for (List<String> line : lines.subList(start + 2, lines.size())) {
            if (line.size() < head.size()) {
                break;
            }
            if (!line.get(value).isEmpty()) {
                assertEquals(
                        String.valueOf(expected.count(line.get(0), line.get(1))), line.get(value), line.toString());
                compared++;
            }
        }
        int cells = expected.rows().size() * expected.columns().size();
        assertTrue(compared >= cells - CrossTableCheck.MOST_HIDDEN, compared + " of " + cells);
    }

    private static void checkImages(Transfers.Saved svg, Transfers.Saved png, Crossing expected) throws IOException {
        String name = "Croisement-region-et-code_module-registrations-2013-\\d{4}-\\d{2}-\\d{2}\\.";
        assertTrue(svg.name().matches(name + "svg"), svg.name());
        assertTrue(png.name().matches(name + "png"), png.name());
        String drawing = new String(svg.content(), StandardCharsets.UTF_8);
        expected.rows().forEach(row -> assertTrue(drawing.contains(">" + row + "<"), row));
        expected.columns().forEach(column -> assertTrue(drawing.contains(">" + column + "<"), column));
        assertAll(
                () -> assertTrue(drawing.contains(">masqué<"), "legend of what is hidden"),
                () -> assertTrue(drawing.contains("Seuil de publication (personnes)"), "where it comes from"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.content()));
        assertEquals(1920, image.getWidth(), "two pixels for one");
    }

    /** Gathered, said in a sentence, switched off by the box, remembered; and said why where it cannot be. */
    private static void gatherRareCategories(Tab tab) throws IOException {
        String rare = "(catégories rares)";
        tab.choose("analysis.columns", "gender");
        tab.waitForText(": region et gender");
        tab.choose("analysis.rows", "studied_credits");
        tab.waitForText("analysis.findings", "29 catégories de peu de personnes sont regroupées");
        String gathered = tab.files().download("analysis.export.csv");
        assertTrue(gathered.contains("Catégories rares;Colonne studied_credits"), gathered);
        assertTrue(gathered.contains("\n" + rare + ";F;"), gathered);
        tab.click("analysis.gather");
        tab.waitUntilMissing("analysis.findings", "regroupées");
        tab.reload("analysis.counts");
        tab.waitForText(": studied_credits et gender");
        assertFalse(tab.text("analysis.findings").contains("regroupées"), "the box as it was left");
        assertFalse(tab.files().download("analysis.export.csv").contains(rare));
        tab.click("analysis.gather");
        tab.waitForText("analysis.findings", "29 catégories de peu de personnes sont regroupées");
        tab.choose("analysis.rows", "num_of_prev_attempts");
        tab.waitForText("analysis.findings", "les catégories masquées ne sont pas regroupées");
        tab.checkFits("analysis-rare-fr");
    }

    private static void speakEnglishAndLeave(Tab tab) {
        tab.choose("language", "English");
        tab.waitForText("Sign out");
        assertFalse(tab.text().contains("déconnecter"), tab.text());
        tab.checkFits("after-language-change");
        // before the session ends: what the page still asks then is refused, as it should be
        assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        tab.click("signout");
        tab.find("signin");
        tab.waitForText("Password");
        tab.checkFits("signed-out-en");
    }
}
