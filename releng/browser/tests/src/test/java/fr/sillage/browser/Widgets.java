package fr.sillage.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The widgets of a page by their test ids, and when the page stands still. */
final class Widgets {
    /** The DOM id of the widget with a test id; empty where there is none. */
    static final String FIND = """
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

    private final Page page;

    Widgets(Page page) {
        this.page = page;
    }

    /** Waits for the widget. */
    Locator find(String testId) {
        page.waitForFunction(
                "testId => { try { return (" + FIND + ")(testId) !== ''; } catch (e) { return false; } }", testId);
        return page.locator("#" + page.evaluate(FIND, testId));
    }

    /** The visible texts of a widget, line by line from left to right. */
    @SuppressWarnings("unchecked")
    List<List<String>> lines(String testId) {
        settle();
        return (List<List<String>>) find(testId).evaluate(LINES);
    }

    /** Waits until the page stands still. */
    void settle() {
        page.evaluate("() => { window.sillageSeen = null; }");
        page.waitForFunction(SETTLED, null, new Page.WaitForFunctionOptions().setPollingInterval(120));
    }
}
