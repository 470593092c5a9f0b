package fr.sillage.core.internal.extension;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Query;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtension.State;
import fr.sillage.core.fakes.TestJar;
import fr.sillage.core.misbehaving.Analyses;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Bundles with faults in the framework, beside one without. */
@Timeout(60)
abstract class BundlesFixture {
    static final String GOOD = "test.good";

    static final Inputs NO_DATA = new Inputs() {
        @Override
        public <R> R ask(Query<R> query) {
            throw new IllegalArgumentException("no data");
        }
    };

    @TempDir
    Path folder;

    final Map<String, Bundle> installed = new HashMap<>();
    RegistryExtensions extensions;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(FrameworkUtil.getBundle(MisbehavingBundlesTest.class) != null, "in the framework only");
        extensions = new RegistryExtensions();
        extensions.start();
        install(new TestJar(GOOD).analysis(GOOD, "1", Analyses.Good.class), GOOD);
    }

    @AfterEach
    void end() throws BundleException {
        for (Bundle bundle : installed.values()) {
            bundle.uninstall();
        }
        if (extensions != null) {
            extensions.stop();
        }
    }

    void install(TestJar jar, String name) throws Exception {
        Path file = jar.write(folder.resolve(name + ".jar"));
        BundleContext context =
                FrameworkUtil.getBundle(MisbehavingBundlesTest.class).getBundleContext();
        try (InputStream in = Files.newInputStream(file)) {
            Bundle bundle = context.installBundle(InstalledBundles.LOCATION + name + ".jar", in);
            installed.put(name, bundle);
            bundle.start();
        }
        until(() -> isKnown(name)); // the registry tells of what comes a little later
    }

    boolean isKnown(String bundle) {
        InstalledExtension extension = extension(bundle);
        return !extension.contributions().isEmpty()
                || extension.state() != State.WORKING
                || extensions.guard().faults().stream().anyMatch(f -> f.bundle().equals(bundle));
    }

    AnalysisDescriptor analysis(String id) {
        return extensions.analysis(id).orElseThrow();
    }

    InstalledExtension extension(String bundle) {
        return extensions.installed().stream()
                .filter(e -> e.bundle().equals(bundle))
                .findFirst()
                .orElseThrow();
    }

    Draft run(String id) throws Exception {
        return analysis(id).analysis().run(NO_DATA, Values.NONE, JobControl.NONE);
    }

    /** Whether the extension without a fault does. */
    boolean works() throws Exception {
        return extension(GOOD).state() == State.WORKING && run(GOOD).tables().isEmpty();
    }

    static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20); // the test's time-out ends it
        }
    }
}
