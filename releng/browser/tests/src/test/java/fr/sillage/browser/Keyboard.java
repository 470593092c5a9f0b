package fr.sillage.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** The keyboard of a tab, as a person uses it who has no mouse. */
final class Keyboard {
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
    /** Milliseconds in which a key does its work in the page. */
    private static final int PAUSE = 120;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses keys by their names, and types whatever is none. */
    void press(String... keys) {
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
            press("Tab");
        }
        throw new AssertionError("no way by keys to " + role + " " + name + ", but to " + focus());
    }

    /** Goes down, then up, in the table that has the focus until its row with the text has it. */
    void arrowTo(String text) {
        for (String key : List.of("ArrowDown", "ArrowUp")) {
            for (int i = 0; i < MOST_STEPS; i++) {
                press(key);
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
}
