package fr.sillage.ui.kit;

import org.eclipse.rap.rwt.widgets.WidgetUtil;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Widget;

/**
 * What screen readers are told beyond what a widget shows; {@code look/access.js} puts it into the page. Fields take
 * their name from the label before them, tables from the heading above: only what differs has to be said here.
 */
public final class Access {
    private static final String NAME = "accessName";
    private static final String ROLE = "accessRole";
    private static final String LEVEL = "accessLevel";
    private static final String LIVE = "accessLive";
    private static final String CURRENT = "accessCurrent";
    private static final String PRESSED = "accessPressed";
    private static final String INVALID = "accessInvalid";
    private static final String FILL = "accessFill";

    private Access() {}

    /** To be called once in each browser session, before widgets are made. */
    public static void register() {
        WidgetUtil.registerDataKeys(NAME, ROLE, LEVEL, LIVE, CURRENT, PRESSED, INVALID, FILL);
    }

    /** Names what has no text of its own, or whose text does not tell. */
    public static void name(Widget widget, String name) {
        widget.setData(NAME, name);
    }

    /** @param level 1 for a page's title, 2 for a section */
    public static void heading(Label label, int level) {
        label.setData(LEVEL, level);
    }

    /** @param role ARIA landmark or group: banner, navigation, main, region, group, list */
    public static void role(Composite composite, String role, String name) {
        composite.setData(ROLE, role);
        composite.setData(NAME, name);
    }

    /** Read out when its text changes. @param urgent interrupts what is being read */
    public static void live(Label label, boolean urgent) {
        label.setData(LIVE, urgent ? "alert" : "status");
    }

    /** Marks the entry that leads to where one is. */
    public static void current(Button button, boolean current) {
        button.setData(CURRENT, current ? "page" : null);
    }

    /** Marks one of several views of the same thing as the one that is shown. */
    public static void pressed(Button button, boolean pressed) {
        button.setData(PRESSED, pressed ? "true" : "false");
    }

    /** Marks a field whose value was refused. */
    public static void invalid(Widget field, boolean invalid) {
        field.setData(INVALID, invalid ? Boolean.TRUE : null);
    }

    /**
     * Lets the browser, or a password manager, fill a field in.
     *
     * @param purpose token of the HTML attribute autocomplete, such as {@code username}
     */
    public static void fill(Widget field, String purpose) {
        field.setData(FILL, purpose);
    }
}
