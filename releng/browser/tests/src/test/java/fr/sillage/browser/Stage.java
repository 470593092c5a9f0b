package fr.sillage.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the platform with its demonstration and a browser; both are started for the first test that asks and
 * end with the last one. Tests share the platform: each looks only at what it made itself or what the demonstration
 * brings.
 */
final class Stage implements ParameterResolver {
    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(Stage.class);

    /** What runs. */
    private record Running(Platform platform, Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start() {
            try {
                Platform platform = Platform.start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                String chromium =
                        Optional.ofNullable(System.getenv("SILLAGE_CHROMIUM")).orElse("/usr/bin/chromium");
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(chromium))
                                .setArgs(List.of("--no-sandbox")));
                return new Running(platform, playwright, browser);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            playwright.close();
            platform.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Platform.class || type == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(PLACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Platform.class ? running.platform() : running.browser();
    }
}
