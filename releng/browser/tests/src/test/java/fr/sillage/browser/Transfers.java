package fr.sillage.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Files that a tab saves, and that it is given. */
final class Transfers {
    private final Page page;
    private final Widgets widgets;

    Transfers(Page page, Widgets widgets) {
        this.page = page;
        this.widgets = widgets;
    }

    /** The file that a click makes the browser save. */
    String download(String testId) throws IOException {
        return new String(save(testId).content(), StandardCharsets.UTF_8);
    }

    /** The same, with its name. */
    Saved save(String testId) throws IOException {
        Locator button = widgets.find(testId);
        Download download = page.waitForDownload(button::click);
        return new Saved(download.suggestedFilename(), Files.readAllBytes(download.path()));
    }

    /** A file as the browser saved it. */
    record Saved(String name, byte[] content) {}

    /** Gives a file to the widget that takes one. */
    void upload(String testId, Path file) {
        widgets.find(testId).locator("input[type=file]").setInputFiles(file);
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
        widgets.find(testId).evaluate("""
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
}
