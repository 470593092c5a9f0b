package fr.sillage.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that a partner makes, and that come and go while people work. */
@ExtendWith(Stage.class)
class ExtensionsJourneyTest {
    private static final String ENDLESS = "org.example.endless";

    @TempDir
    Path folder;

    private Platform platform;

    @AfterEach
    void leaveNothing() throws IOException {
        if (platform != null) {
            Files.deleteIfExists(jarIn(platform, ENDLESS));
        }
    }

    @Test
    void anExtensionThatGoesDuringItsOwnJobEndsIt(Platform running, Browser browser) throws Exception {
        platform = running;
        Partner partner = new Partner(folder);
        Path project = partner.begin("analysis", ENDLESS);
        Path source = project.resolve("src/main/java/org/example/endless/internal/Endless.java");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace(
                                "job.check(); //",
                                "while (!job.cancelled()) { Thread.onSpinWait(); } job.check(); //"));
        Path jar = partner.build(project, "-DskipTests");
        try (Tab manager = tab(browser, "en-GB", "extensions-endless-manager", "gestionnaire");
                Tab analyst = tab(browser, "en-GB", "extensions-endless", "gestionnaire")) {
            manager.click("nav.community.extensions");
            analyst.click("nav.analyses");
            Partner.drop(jar, platform.data().resolve("extensions"));
            manager.click("extension.enabled." + ENDLESS);
            analyst.click("run.endless");
            analyst.find("analysis.cancel");

            Files.delete(jarIn(platform, ENDLESS));

            analyst.find("analysis.vanished");
            manager.click("nav.analyses");
            manager.click("run.crossing");
            manager.find("analysis.counts");
        }
    }

    private Tab tab(Browser browser, String locale, String name, String login) {
        Tab tab = new Tab(browser, locale, name);
        tab.open(platform.url());
        tab.signIn(login, platform.password(login));
        return tab;
    }

    private static Path jarIn(Platform platform, String name) {
        return platform.data().resolve("extensions").resolve(name + "-1.0.0.jar");
    }
}
