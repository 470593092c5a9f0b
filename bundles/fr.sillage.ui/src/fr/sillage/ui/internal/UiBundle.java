package fr.sillage.ui.internal;

import fr.sillage.ui.page.BrowserSessions;
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
    private ServiceTracker<HttpService, HttpService> http;

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
    }

    /** A service that is there now. */
    public static <T> Optional<T> find(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(UiBundle.class).getBundleContext();
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
    }
}
