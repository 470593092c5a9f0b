package fr.sillage.core.internal.guard;

import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What extensions did wrong since the start: in the log, and the latest for the administrator's page. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int MOST = 200;
    private static final int FRAMES = 5;
    private static final Duration REPEATED = Duration.ofSeconds(10);

    private final Deque<ExtensionFault> latest = new ArrayDeque<>();

    void add(String bundle, String contribution, Kind kind, String detail) {
        ExtensionFault fault = new ExtensionFault(Instant.now(), bundle, contribution, kind, detail);
        synchronized (this) {
            if (latest.stream().anyMatch(before -> repeats(fault, before))) {
                return;
            }
            latest.addFirst(fault);
            if (latest.size() > MOST) {
                latest.removeLast();
            }
        }
        LOG.warn("extension {}, contribution {}: {}, {}", bundle, contribution, kind, detail);
    }

    /** The same again within seconds, as when somebody types: told once. */
    private static boolean repeats(ExtensionFault fault, ExtensionFault before) {
        return before.when().isAfter(fault.when().minus(REPEATED))
                && fault.equals(new ExtensionFault(
                        fault.when(), before.bundle(), before.contribution(), before.kind(), before.detail()));
    }

    synchronized List<ExtensionFault> latest() {
        return List.copyOf(latest);
    }

    /** Class and place of an exception, without its message: that may quote data. */
    static String describe(Throwable thrown) {
        return thrown.getClass().getName()
                + Arrays.stream(thrown.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":"
                                + frame.getLineNumber())
                        .collect(Collectors.joining());
    }
}
