package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One tab of one person's browser, with the widgets by their test ids. */
final class Tab implements AutoCloseable {
    /** The DOM id of the widget with a test id; empty where there is none. */
    private static final String FIND = """
            testId => {
              for (const id of Object.keys(rwt.remote.ObjectRegistry._map)) {
                try {
                  if (rap.getObject(id).getData('testId') === testId && document.getElementById(id)) {
                    return id;
                  }
                } catch (e) {
                  // not a widget
                }
              }
              return '';
            }""";
    /** Whether the page has been the same for a while. */
    private static final String SETTLED = """
            () => {
              const now = document.body.innerHTML;
              const seen = window.sillageSeen;
              window.sillageSeen = { html: now, times: seen && seen.html === now ? seen.times + 1 : 0 };
              return window.sillageSeen.times >= 4;
            }""";
    /** The texts of an element, line by line as one sees them. */
    private static final String LINES = """
            root => {
              const lines = [];
              for (const e of root.querySelectorAll('*')) {
                const box = e.getBoundingClientRect();
                if (e.children.length === 0 && e.textContent.trim() && box.width > 0 && box.height > 0
                    && getComputedStyle(e).visibility !== 'hidden') {
                  const middle = box.top + box.height / 2;
                  let line = lines.find(l => Math.abs(l.middle - middle) < 6);
                  if (!line) {
                    lines.push(line = { middle, cells: [] });
                  }
                  line.cells.push({ x: box.left, text: e.textContent.trim() });
                }
              }
              lines.sort((a, b) => a.middle - b.middle);
              return lines.map(l => l.cells.sort((a, b) => a.x - b.x).map(c => c.text));
            }""";
    /** Test ids of what reaches beyond the window's right edge. */
    private static final String CUT_OFF = """
            () => Object.keys(rwt.remote.ObjectRegistry._map).flatMap(id => {
              try {
                const testId = rap.getObject(id).getData('testId');
                const element = document.getElementById(id);
                return testId && element && element.getBoundingClientRect().right > window.innerWidth ? [testId] : [];
              } catch (e) {
                return [];
              }
            })""";

    /** Role and name of what has the focus. */
    private static final String FOCUS = """
            () => {
              const e = document.activeElement;
              const role = e.getAttribute('role') || e.tagName.toLowerCase();
              return role + ' ' + (e.getAttribute('aria-label') || e.textContent).trim();
            }""";
    /** The text of the row that a screen reader would read. */
    private static final String ACTIVE_ROW = """
            () => {
              const row = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
              return row ? row.textContent : '';
            }""";

    private static final Set<String> KEYS = Set.of("Tab", "Enter", "Escape", "ArrowDown", "ArrowUp", "Space");
    private static final int MOST_STEPS = 60;
    private static final int MOST_LOOKS = 10;
    /** Milliseconds in which a key does its work in the page. */
    private static final int PAUSE = 120;

    private static final int[][] SIZES = {{1920, 1080}, {1280, 800}};
    private static final Path PICTURES = Platform.TARGET.resolve("screenshots");

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    /** @param name of the picture taken at the end, also after a failure */
    Tab(Browser browser, String locale, String name) {
        this.name = name;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(1280, 800)
                .setAcceptDownloads(true));
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> requests.add(request.url()));
    }

    /** Opens the platform and waits for the sign-in. */
    Response open(String url) {
        return open(url, "login");
    }

    /** Opens an address and waits for a widget. */
    Response open(String url, String testId) {
        Response response = page.navigate(url);
        find(testId);
        return response;
    }

    /** What stands in the browser's address line. */
    String address() {
        return page.url();
    }

    /** Loads the page anew, as a person does, and waits for a widget. */
    void reload(String testId) {
        page.reload();
        find(testId);
    }

    void signIn(String login, String password) {
        type("login", login);
        type("password", password);
        click("signin");
    }

    /** Waits for the widget. */
    Locator find(String testId) {
        page.waitForFunction(
                "testId => { try { return (" + FIND + ")(testId) !== ''; } catch (e) { return false; } }", testId);
        return page.locator("#" + page.evaluate(FIND, testId));
    }

    /** Returns when the page stands still again. */
    void click(String testId) {
        find(testId).click();
        settle();
    }

    /** Clicks on a text in a widget, as on a table's line. */
    void cell(String testId, String text) {
        find(testId)
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        settle();
    }

    /** Clicks on a text in a widget, for instance a row of a table. */
    void clickText(String testId, String text) {
        find(testId)
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .click();
        settle();
    }

    /** Does not wait for the page to stand still, which it does not while something runs. */
    void press(String testId) {
        find(testId).click();
    }

    /** Presses keys by their names, and types whatever is none. */
    void keys(String... keys) {
        for (String key : keys) {
            if (KEYS.contains(key)) {
                page.keyboard().press(key);
            } else {
                page.keyboard().type(key);
            }
            page.waitForTimeout(PAUSE);
        }
    }

    /** Types into whatever has the focus, without a pause, as a quick person or a password manager does. */
    void typeAtOnce(String text, String key) {
        page.keyboard().type(text);
        page.keyboard().press(key);
    }

    /** Waits until something has the focus that one types into. */
    void waitForField() {
        page.waitForFunction("() => document.activeElement.tagName === 'INPUT'");
    }

    /** Goes on by Tab until what has the focus is what a screen reader would call so. */
    void tabTo(String role, String name) {
        for (int i = 0; i < MOST_STEPS; i++) {
            if (focus().equals(role + " " + name)) {
                return;
            }
            keys("Tab");
        }
        throw new AssertionError("no way by keys to " + role + " " + name + ", but to " + focus());
    }

    /** Goes down, then up, in the table that has the focus until its row with the text has it. */
    void arrowTo(String text) {
        for (String key : List.of("ArrowDown", "ArrowUp")) {
            for (int i = 0; i < MOST_STEPS; i++) {
                keys(key);
                if (((String) page.evaluate(ACTIVE_ROW)).contains(text)) {
                    return;
                }
            }
        }
        throw new AssertionError("no row with " + text);
    }

    private String focus() {
        return (String) page.evaluate(FOCUS);
    }

    void type(String testId, String text) {
        Locator input = find(testId)
                .locator("input")
                .or(page.locator("input#" + page.evaluate(FIND, testId)))
                .first();
        input.click();
        input.fill(text);
    }

    /** Chooses from a combo by the text of the choice. */
    void choose(String testId, String choice) {
        if (chosen(testId).equals(choice)) {
            return;
        }
        find(testId).click();
        page.getByText(choice, new Page.GetByTextOptions().setExact(true))
                .locator("visible=true")
                .last()
                .click();
        settle();
    }

    String chosen(String testId) {
        find(testId);
        return (String) page.evaluate("testId => rap.getObject((" + FIND + ")(testId)).getText()", testId);
    }

    /** Whether a combo offers a choice at the moment. */
    boolean offers(String testId, String choice) {
        find(testId).click();
        settle();
        boolean offered = page.getByText(choice, new Page.GetByTextOptions().setExact(true))
                        .locator("visible=true")
                        .count()
                > 0;
        keys("Escape");
        settle();
        return offered;
    }

    /** Waits for a choice that a combo is to offer without anybody's doing anything in this tab, or no longer. */
    void waitForChoice(String testId, String choice, boolean offered) {
        for (int i = 0; i < MOST_LOOKS; i++) {
            if (offers(testId, choice) == offered) {
                return;
            }
        }
        throw new AssertionError(testId + (offered ? " does not offer " : " still offers ") + choice);
    }

    /** Whether the page has the widget at the moment. */
    boolean has(String testId) {
        return !page.evaluate(FIND, testId).equals("");
    }

    void waitUntilGone(String testId) {
        page.waitForFunction("testId => (" + FIND + ")(testId) === ''", testId);
    }

    /** Chooses a row of a table by a text in it. */
    void row(String testId, String text) {
        find(testId).getByText(text).locator("visible=true").first().click();
        settle();
    }

    void waitForText(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
    }

    /** Waits for a text in a widget, which may be made anew meanwhile. */
    void waitForText(String testId, String text) {
        page.waitForFunction("""
                ([testId, text]) => {
                  const element = document.getElementById((%s)(testId));
                  return element !== null && element.innerText.includes(text);
                }""".formatted(FIND), List.of(testId, text));
    }

    String text(String testId) {
        return find(testId).innerText();
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** The visible texts of a widget, line by line from left to right. */
    @SuppressWarnings("unchecked")
    List<List<String>> lines(String testId) {
        settle();
        return (List<List<String>>) find(testId).evaluate(LINES);
    }

    /** The file that a click makes the browser save. */
    String download(String testId) throws IOException {
        return new String(save(testId).content(), StandardCharsets.UTF_8);
    }

    /** The same, with its name. */
    Saved save(String testId) throws IOException {
        Locator button = find(testId);
        Download download = page.waitForDownload(button::click);
        return new Saved(download.suggestedFilename(), Files.readAllBytes(download.path()));
    }

    /** A file as the browser saved it. */
    record Saved(String name, byte[] content) {}

    /** Gives a file to the widget that takes one. */
    void upload(String testId, Path file) {
        find(testId).locator("input[type=file]").setInputFiles(file);
    }

    /** Drops files on the widget, as from the desktop. */
    void drop(String testId, Path... files) throws IOException {
        List<Map<String, String>> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Map.of(
                    "name",
                    file.getFileName().toString(),
                    "content",
                    Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        }
        find(testId).evaluate("""
                (element, files) => {
                  const transfer = new DataTransfer();
                  for (const { name, content } of files) {
                    const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
                    transfer.items.add(new File([bytes], name, { type: 'text/csv' }));
                  }
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    element.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                  }
                }""", contents);
    }

    /** Clicks on one more text in a widget, in addition to what is selected there. */
    void cellToo(String testId, String text) {
        find(testId)
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        settle();
    }

    void settle() {
        page.evaluate("() => { window.sillageSeen = null; }");
        page.waitForFunction(SETTLED, null, new Page.WaitForFunctionOptions().setPollingInterval(120));
    }

    /** Pictures in both sizes; returns what reaches beyond the window in either. */
    @SuppressWarnings("unchecked")
    private List<String> pictures(String name) {
        List<String> cutOff = new ArrayList<>();
        for (int[] size : SIZES) {
            // the page tells the platform its new size after a pause
            page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.setViewportSize(size[0], size[1]));
            settle();
            String of = size[0] + "x" + size[1];
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + of + ".png")));
            ((List<String>) page.evaluate(CUT_OFF)).forEach(id -> cutOff.add(id + " at " + of));
        }
        return cutOff;
    }

    /** Takes pictures in both sizes; fails where something reaches beyond the window or shuts somebody out. */
    void checkFits(String picture) {
        assertEquals(List.of(), pictures(picture), "beyond the window");
        assertEquals(List.of(), Audit.of(page), "not accessible");
    }

    /** How many elements of the page a selector finds. */
    int count(String selector) {
        return page.locator(selector).count();
    }

    List<Cookie> cookies() {
        return context.cookies();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("last-" + name + ".png")));
        context.close();
    }
}
