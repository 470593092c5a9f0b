package fr.sillage.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of a page. */
final class Pictures {
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

    private static final int[][] SIZES = {{1920, 1080}, {1280, 800}};
    private static final Path FOLDER = Platform.TARGET.resolve("screenshots");

    private final Page page;
    private final Widgets widgets;

    Pictures(Page page, Widgets widgets) {
        this.page = page;
        this.widgets = widgets;
    }

    /** As the page is now. */
    void take(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    /** Pictures in both sizes; returns what reaches beyond the window in either. */
    @SuppressWarnings("unchecked")
    List<String> inBothSizes(String name) {
        List<String> cutOff = new ArrayList<>();
        for (int[] size : SIZES) {
            // the page tells the platform its new size after a pause
            page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.setViewportSize(size[0], size[1]));
            widgets.settle();
            String of = size[0] + "x" + size[1];
            take(name + "-" + of);
            ((List<String>) page.evaluate(CUT_OFF)).forEach(id -> cutOff.add(id + " at " + of));
        }
        return cutOff;
    }
}
