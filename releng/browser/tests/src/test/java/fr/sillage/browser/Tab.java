package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.ArrayList;
import java.util.List;

/** One tab of one person's browser, with the widgets by their test ids. */
final class Tab implements AutoCloseable {
    private static final int MOST_LOOKS = 10;

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final Widgets widgets;
    private final Pictures pictures;
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
        widgets = new Widgets(page);
        pictures = new Pictures(page, widgets);
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

    Keyboard keyboard() {
        return new Keyboard(page);
    }

    /** Files that it saves and is given. */
    Transfers files() {
        return new Transfers(page, widgets);
    }

    /** Waits for the widget. */
    Locator find(String testId) {
        return widgets.find(testId);
    }

    /** Waits until the page stands still. */
    void settle() {
        widgets.settle();
    }

    /** The visible texts of a widget, line by line from left to right. */
    List<List<String>> lines(String testId) {
        return widgets.lines(testId);
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

    void type(String testId, String text) {
        Locator input = find(testId)
                .locator("input")
                .or(page.locator("input#" + page.evaluate(Widgets.FIND, testId)))
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
        return (String) page.evaluate("testId => rap.getObject((" + Widgets.FIND + ")(testId)).getText()", testId);
    }

    /** Whether a combo offers a choice at the moment. */
    boolean offers(String testId, String choice) {
        find(testId).click();
        settle();
        boolean offered = page.getByText(choice, new Page.GetByTextOptions().setExact(true))
                        .locator("visible=true")
                        .count()
                > 0;
        keyboard().press("Escape");
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
        return !page.evaluate(Widgets.FIND, testId).equals("");
    }

    void waitUntilGone(String testId) {
        page.waitForFunction("testId => (" + Widgets.FIND + ")(testId) === ''", testId);
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
                }""".formatted(Widgets.FIND), List.of(testId, text));
    }

    /** Waits until a widget, which may be made anew meanwhile, is there without a text. */
    void waitUntilMissing(String testId, String text) {
        page.waitForFunction("""
                ([testId, text]) => {
                  const element = document.getElementById((%s)(testId));
                  return element !== null && !element.innerText.includes(text);
                }""".formatted(Widgets.FIND), List.of(testId, text));
    }

    String text(String testId) {
        return find(testId).innerText();
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** Clicks on one more text in a widget, in addition to what is selected there. */
    void cellToo(String testId, String text) {
        find(testId)
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        settle();
    }

    /** Takes pictures in both sizes; fails where something reaches beyond the window or shuts somebody out. */
    void checkFits(String picture) {
        assertEquals(List.of(), pictures.inBothSizes(picture), "beyond the window");
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
        pictures.take("last-" + name);
        context.close();
    }
}
