package fr.sillage.ui.internal;

import fr.sillage.core.settings.PlatformSettings;
import fr.sillage.core.settings.Setting;
import fr.sillage.ui.internal.presence.Presences;
import fr.sillage.ui.page.BrowserSessions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.http.HttpService;
import org.osgi.util.tracker.ServiceTracker;

/** Finds services for the pages and says when the browser can come. */
public final class UiBundle implements BundleActivator {
    /** For tests: a person may do nothing for so many seconds; else the administrator sets it. */
    private static final String AWAY_SECONDS = "sillage.awaySeconds";

    private ServiceTracker<HttpService, HttpService> http;
    private Presences presences;

    private final AtomicInteger open = new AtomicInteger();

    /** Counts a tab until the answer is run. */
    public static Runnable opened() {
        return find(BrowserSessions.class)
                .filter(OpenTabs.class::isInstance)
                .map(OpenTabs.class::cast)
                .map(OpenTabs::opened)
                .orElse(() -> {});
    }

    /** The tabs that are open. */
    private record OpenTabs(AtomicInteger count) implements BrowserSessions {
        @Override
        public int open() {
            return count.get();
        }

        Runnable opened() {
            count.incrementAndGet();
            return count::decrementAndGet;
        }
    }

    @Override
    public void start(BundleContext context) {
        context.registerService(BrowserSessions.class, new OpenTabs(open), null);
        presences = new Presences(UiBundle::longestAway);
        context.registerService(Presences.class, presences, null);
        http = new ServiceTracker<>(context, HttpService.class, null) {
            @Override
            public HttpService addingService(ServiceReference<HttpService> reference) {
                Announcement.start(Integer.getInteger("org.osgi.service.http.port", 8080));
                return super.addingService(reference);
            }
        };
        http.open();
    }

    @Override
    public void stop(BundleContext context) {
        http.close();
        presences.close();
    }

    private static Duration longestAway() {
        return Optional.ofNullable(Integer.getInteger(AWAY_SECONDS))
                .map(Duration::ofSeconds)
                .orElseGet(() -> Duration.ofMinutes(find(PlatformSettings.class)
                        .map(settings -> settings.get(Setting.AWAY_MINUTES))
                        .orElseGet(Setting.AWAY_MINUTES::initial)));
    }

    /** A service that is there now. */
    public static <T> Optional<T> find(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(UiBundle.class).getBundleContext();
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
    }
}
