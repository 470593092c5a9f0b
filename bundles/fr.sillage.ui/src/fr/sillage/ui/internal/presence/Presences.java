package fr.sillage.ui.internal.presence;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;

/**
 * The signed-in browsers, and the end of those that somebody left: the HTTP session is ended, and with it the browser
 * sessions of all its tabs. Jobs go on.
 */
public final class Presences implements AutoCloseable {
    /** How often it looks. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** The page itself goes first, and says why; this is for pages that cannot. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Duration> limit;
    private final Map<Presence, HttpSession> signedIn = new ConcurrentHashMap<>();
    private final Thread watch;

    /** @param limit how long a person may do nothing */
    public Presences(Supplier<Duration> limit) {
        this.limit = Objects.requireNonNull(limit);
        this.watch = Thread.ofVirtual().name("sillage-presences").start(this::watch);
    }

    /** From now on the session ends when the person is away. */
    public void begin(HttpSession session) {
        session.setMaxInactiveInterval(-1); // else the server counts requests, which a forgotten tab makes too
        session.setAttribute(Bound.NAME, new Bound(new Presence(limit, System::nanoTime), session));
    }

    /** The person did something; nothing happens where nobody is signed in. */
    public static void seen(HttpSession session) {
        of(session).ifPresent(Presence::seen);
    }

    static Optional<Presence> of(HttpSession session) {
        return session.getAttribute(Bound.NAME) instanceof Bound bound
                ? Optional.of(bound.presence())
                : Optional.empty();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                signedIn.forEach((presence, session) -> {
                    if (presence.left().plus(GRACE).isNegative()) {
                        end(presence, session);
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Presence presence, HttpSession session) {
        signedIn.remove(presence);
        try {
            session.invalidate();
        } catch (IllegalStateException e) { // it has just ended by itself
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    /** In the session: comes and goes with it. */
    private final class Bound implements HttpSessionBindingListener {
        static final String NAME = "fr.sillage.presence";

        private final Presence presence;
        private final HttpSession session;

        Bound(Presence presence, HttpSession session) {
            this.presence = presence;
            this.session = session;
        }

        Presence presence() {
            return presence;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            signedIn.put(presence, session);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            signedIn.remove(presence);
        }
    }
}
