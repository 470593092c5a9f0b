package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the platform, in a real browser. */
class JourneyTest {
    private static final String UNIVERSITY = "Open University";
    private static final String HIDDEN = "•";
    /** Cells hidden at most: one small one, and what keeps it from being reckoned from the totals. */
    private static final int MOST_HIDDEN = 8;

    private static Platform platform;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        platform = Platform.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = Optional.ofNullable(System.getenv("SILLAGE_CHROMIUM")).orElse("/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (playwright != null) {
            playwright.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void anAnalystCrossesTwoColumnsAndTakesTheNumbersAlong() throws IOException {
        Crossing expected = Crossing.of(
                Platform.root().resolve("bundles/fr.sillage.demo/data/registrations-2013.csv"),
                "region",
                "code_module");
        try (Tab tab = new Tab(browser, "fr-FR", "analyst")) {
            checkProtection(tab, tab.open(platform.url()));
            checkFits(tab, "sign-in");
            tab.signIn("analyste", "wrong");
            tab.waitForText("Identifiant ou mot de passe inconnu");
            checkFits(tab, "sign-in-refused");
            tab.signIn("analyste", platform.password("analyste"));
            tab.find("signout");
            tab.choose("community", UNIVERSITY);
            tab.waitForText("datasets", "13\u202F529");
            checkFits(tab, "data");
            tab.click("nav.analyses");
            tab.find("run.crossing");
            checkFits(tab, "analyses");
            tab.click("run.crossing");
            crossRegionByModule(tab);
            List<List<String>> counts = tab.lines("analysis.counts");
            checkCounts(counts, expected);
            assertEquals(HIDDEN, field(counts, "Scotland", "GGG"), "the one person in Scotland");
            String findings = tab.text("analysis.findings");
            assertAll(
                    () -> assertTrue(findings.contains("Wales"), findings),
                    () -> assertTrue(findings.contains("202"), findings));
            checkFits(tab, "analysis-fr");
            checkFile(tab.download("analysis.export"), expected);
            speakEnglishAndLeave(tab);
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
            assertEquals(
                    List.of(),
                    tab.requests().stream()
                            .filter(url -> url.contains("jsessionid"))
                            .toList());
        }
        assertEquals(List.of(), platform.errors(), "errors of the platform");
    }

    @Test
    void twoPeopleReadInTheirOwnLanguagesAtTheSameTime() {
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
            checkFits(french, "data-fr");
            checkFits(english, "data-en");
            assertFalse(french.text().contains("Sign out"), french.text());
            assertFalse(english.text().contains("déconnecter"), english.text());
            assertEquals(List.of(), french.errors(), "errors in the browser's console");
            assertEquals(List.of(), english.errors(), "errors in the browser's console");
        }
    }

    @Test
    void aManagerImportsAFileWithIdentifiersAndItIsCrossed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stages-essai.csv"), stays());
        Crossing expected = Crossing.of(file, "academie", "stage");
        try (Tab tab = new Tab(browser, "fr-FR", "manager")) {
            tab.open(platform.url());
            tab.signIn("gestionnaire", platform.password("gestionnaire"));
            tab.find("community");
            tab.click("nav.imports");
            checkFits(tab, "imports");
            tab.click("import.new");
            checkFits(tab, "import-new");
            tab.upload("upload", file);
            tab.waitForText("import.columns", "matricule");
            tab.waitForText("import.columns", "Identifiant direct");
            checkFits(tab, "import-columns");
            tab.click("import.run");
            tab.find("import.report");
            tab.waitForText("import.report", String.valueOf(expected.all()));
            checkFits(tab, "import-report");
            tab.click("import.open");
            tab.find("open.crossing");
            assertFalse(tab.text().contains("M-0007"), "an identifier as it was in the file");
            checkFits(tab, "data-set");
            tab.click("open.crossing");
            tab.find("analysis.counts");
            tab.choose("analysis.rows", "academie");
            tab.waitForText(": academie et ");
            tab.choose("analysis.columns", "stage");
            tab.waitForText(": academie et stage");
            checkCounts(tab.lines("analysis.counts"), expected);
            checkFits(tab, "analysis-imported");
            assertEquals(List.of(), tab.errors(), "errors in the browser's console");
        }
    }

    /** Registrations of people with a number each; every cell is large enough to be shown. */
    private static String stays() {
        List<String> academies = List.of("Créteil", "Lille", "Nantes");
        List<String> stages = List.of("Accueil", "Bilan", "Conduite");
        StringBuilder csv = new StringBuilder("matricule,academie,stage\n");
        for (int i = 0; i < 600; i++) {
            String academy = academies.get(i % 3);
            String stage = stages.get(i % 7 < 3 ? i % 3 : i % 11 % 3);
            csv.append("M-%04d,%s,%s\n".formatted(i, academy, stage));
        }
        return csv.toString();
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

    private static void checkFits(Tab tab, String picture) {
        assertEquals(List.of(), tab.pictures(picture), "beyond the window");
    }

    private static void crossRegionByModule(Tab tab) {
        tab.find("analysis.counts");
        tab.choose("analysis.rows", "region");
        tab.waitForText(": region et ");
        tab.choose("analysis.columns", "code_module");
        tab.waitForText(": region et code_module");
        tab.waitForText("analysis.counts", "Wales");
    }

    /** Every number that the table shows, against the file. */
    private static void checkCounts(List<List<String>> lines, Crossing expected) {
        List<String> head = lines.getFirst();
        assertEquals(expected.columns(), head.subList(0, head.size() - 1));
        assertEquals(expected.rows().size() + 2, lines.size(), lines.toString());
        assertEquals(
                expected.rows(),
                lines.subList(1, lines.size() - 1).stream().map(List::getFirst).toList());
        Map<String, String> wrong = new HashMap<>();
        int hidden = 0;
        for (List<String> line : lines.subList(1, lines.size())) {
            boolean total = line == lines.getLast();
            assertEquals(head.size() + 1, line.size(), line.toString());
            for (int i = 0; i < head.size(); i++) {
                String shown = line.get(i + 1).replaceAll("[▲▼\\h]", "");
                if (shown.equals(HIDDEN)) {
                    hidden++;
                } else if (!shown.equals(String.valueOf(
                        count(expected, total ? "" : line.getFirst(), i == head.size() - 1 ? "" : head.get(i))))) {
                    wrong.put(line.getFirst() + " × " + head.get(i), shown);
                }
            }
        }
        assertEquals(Map.of(), wrong, "numbers that are not those of the file");
        assertTrue(hidden <= MOST_HIDDEN, hidden + " hidden");
    }

    private static String field(List<List<String>> lines, String row, String column) {
        int index = lines.getFirst().indexOf(column) + 1;
        return lines.stream()
                .filter(line -> line.getFirst().equals(row))
                .findFirst()
                .orElseThrow()
                .get(index);
    }

    /** @param row empty for all, like the column */
    private static int count(Crossing expected, String row, String column) {
        if (row.isEmpty()) {
            return column.isEmpty() ? expected.all() : expected.column(column);
        }
        return column.isEmpty() ? expected.row(row) : expected.count(row, column);
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
        int value = head.indexOf("Lignes");
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
        assertTrue(compared >= cells - MOST_HIDDEN, compared + " of " + cells);
    }

    private static void speakEnglishAndLeave(Tab tab) {
        tab.choose("language", "English");
        tab.waitForText("Sign out");
        assertFalse(tab.text().contains("déconnecter"), tab.text());
        checkFits(tab, "after-language-change");
        tab.click("signout");
        tab.find("signin");
        tab.waitForText("Password");
        checkFits(tab, "signed-out-en");
    }
}
