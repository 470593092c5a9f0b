package fr.sillage.demo.internal;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.silo.SiloStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares the demonstration when the platform is started with {@code -Dsillage.demo=true}, in a thread of its own;
 * once everything is there, prints the accounts on standard output.
 */
@Component
@Instantiate
public class DemoSetup {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Demonstration demonstration;
    private final DemoContent content = new DemoContent();
    private final Extensions extensions;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final JobControl job = new JobControl() {
        @Override
        public void progress(double fraction) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return stopped.get();
        }
    };

    public DemoSetup(
            @Requires PlatformStore platform,
            @Requires PasswordHasher hasher,
            @Requires Communities communities,
            @Requires SiloStore silos,
            @Requires Imports imports,
            @Requires Extensions extensions) {
        this.demonstration = new Demonstration(content, platform, hasher, communities, silos, imports);
        this.extensions = extensions;
    }

    @Validate
    void start() {
        if (Boolean.getBoolean("sillage.demo")) {
            stopped.set(false);
            Thread.ofPlatform().name("sillage-demo").daemon().start(this::prepare);
        }
    }

    @Invalidate
    void stop() {
        stopped.set(true);
    }

    private void prepare() {
        try {
            awaitContributions();
            demonstration.prepare(job);
            DemoContent.PERSONS.forEach(person -> System.out.println(content.line(person)));
        } catch (ImportException | RuntimeException e) {
            if (!(e instanceof JobCancelledException)) {
                LOG.error("the demonstration could not be prepared", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Contributions come in while bundles are resolved, maybe after this component has all its services. */
    private void awaitContributions() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while ((extensions.sources().isEmpty() || extensions.anonymizers().isEmpty()) && System.nanoTime() < end) {
            job.check();
            Thread.sleep(50);
        }
    }
}
