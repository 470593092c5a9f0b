package fr.sillage.ui.kit;

import org.eclipse.rap.rwt.widgets.WidgetUtil;
import org.eclipse.swt.widgets.Widget;

/** Ids that browser tests find widgets by; in the page only with {@code -Dsillage.testIds=true}. */
public final class TestIds {
    private static final String KEY = "testId";
    private static final boolean ON = Boolean.getBoolean("sillage.testIds");

    private TestIds() {}

    /** To be called once in each browser session, before widgets are made. */
    public static void register() {
        if (ON) {
            WidgetUtil.registerDataKeys(KEY);
        }
    }

    public static void set(Widget widget, String id) {
        widget.setData(KEY, id);
    }
}
