package fr.sillage.core.internal.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import fr.sillage.api.query.Query;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtension.State;
import fr.sillage.core.fakes.TestJar;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.internal.guard.Guards;
import fr.sillage.core.misbehaving.Analyses;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/** Bundles with faults in the framework, beside one without. */
@Timeout(60)
class MisbehavingBundlesTest {
    private static final String GOOD = "test.good";
    private static final Inputs NO_DATA = new Inputs() {
        @Override
        public <R> R ask(Query<R> query) {
            throw new IllegalArgumentException("no data");
        }
    };

    @TempDir
    Path folder;

    private final Map<String, Bundle> installed = new HashMap<>();
    private RegistryExtensions extensions;

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

    @Test
    void whoeverThrowsIsNamedAndEverythingElseGoesOn() throws Exception {
        Map<Class<?>, Kind> faults = Map.of(
                Analyses.Throws.class, Kind.THREW,
                Analyses.ThrowsWhenMade.class, Kind.THREW,
                Analyses.UsesWhatIsNotThere.class, Kind.THREW,
                Analyses.NoAnalysis.class, Kind.THREW,
                Analyses.Nothing.class, Kind.NONSENSE);
        for (Map.Entry<Class<?>, Kind> each : faults.entrySet()) {
            String name = "test." + each.getKey().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            install(new TestJar(name).analysis(name, "1", each.getKey()), name);

            assertEquals(
                    Why.FAILED,
                    assertThrows(ExtensionException.class, () -> run(name)).why(),
                    name);
            ExtensionFault fault = extensions.guard().faults().getFirst();
            assertEquals(name, fault.bundle());
            assertEquals(each.getValue(), fault.kind(), name);
            assertFalse(fault.detail().contains("secret"), fault::detail);
            assertTrue(works());
        }
    }

    @Test
    void aClassThatIsNotThereIsItsBundlesFault() throws Exception {
        TestJar jar = new TestJar("test.empty").extension("""
                        <extension point="fr.sillage.core.analysisViews">
                           <analysis id="test.empty" alias="empty" name="N" description="D" contract="1" class="not.There" texts="t"/>
                        </extension>
                        """);
        install(jar, "test.empty");

        assertThrows(ExtensionException.class, () -> run("test.empty"));
        assertEquals(Kind.THREW, extensions.guard().faults().getFirst().kind());
        assertTrue(works());
    }

    @Test
    void anOlderOrNewerContractNeedsAnUpdate() throws Exception {
        for (String contract : List.of("0", "2", "one")) {
            String name = "test.contract" + contract;
            install(new TestJar(name).analysis(name, contract, Analyses.Good.class), name);

            assertEquals(Optional.empty(), extensions.analysis(name));
            assertEquals(State.OUTDATED, extension(name).state());
            ExtensionFault fault = extensions.guard().faults().getFirst();
            assertEquals(Kind.WRONG_CONTRACT, fault.kind());
            assertEquals("contract " + contract + ", here is 1", fault.detail());
        }
        assertTrue(works());
    }

    @Test
    void ofTwoWithOneIdTheFirstCountsUntilItGoes() throws Exception {
        install(new TestJar("test.second").analysis(GOOD, "1", Analyses.Throws.class), "test.second");

        assertTrue(works());
        assertEquals(GOOD, extensions.analysis(GOOD).orElseThrow().bundle());
        ExtensionFault fault = extensions.guard().faults().getFirst();
        assertEquals("test.second", fault.bundle());
        assertEquals(Kind.ID_TAKEN, fault.kind());

        installed.remove(GOOD).uninstall();
        until(() -> extensions
                .analysis(GOOD)
                .filter(a -> a.bundle().equals("test.second"))
                .isPresent());
    }

    @Test
    void whatDoesNotFollowTheSchemaIsNamedAndItsNeighboursWork() throws Exception {
        TestJar jar = new TestJar("test.half")
                .extension(
                        "<extension point=\"fr.sillage.core.analysisViews\"><analysis id=\"test.no\" contract=\"1\"/></extension>")
                .analysis("test.half", "1", Analyses.Good.class);
        install(jar, "test.half");

        assertNotNull(run("test.half"));
        assertEquals(Kind.MISDECLARED, extensions.guard().faults().getFirst().kind());
        assertEquals(
                "analysis without name", extensions.guard().faults().getFirst().detail());
    }

    @Test
    void threadsThatItLeavesAreFoundInItsBundle() throws Exception {
        install(
                new TestJar("test.threads").analysis("test.threads", "1", Analyses.LeavesThreads.class),
                "test.threads");

        run("test.threads");

        until(() -> extensions.guard().faults().stream()
                .anyMatch(f -> f.kind() == Kind.LEFT_THREADS && f.bundle().equals("test.threads")));
        until(() -> extensions.guard().abandonedThreads() == 0);
        assertTrue(works());
    }

    @Test
    void whoDoesNotListenIsAbandoned() throws Exception {
        install(new TestJar("test.deaf").analysis("test.deaf", "1", Analyses.Deaf.class), "test.deaf");
        AtomicBoolean cancelled = new AtomicBoolean();
        JobControl job = new JobControl() {
            @Override
            public void progress(double fraction) {
                cancelled.set(true);
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };

        assertThrows(
                JobCancelledException.class,
                () -> analysis("test.deaf").analysis().run(NO_DATA, Values.NONE, job));

        assertEquals(Kind.DEAF, extensions.guard().faults().getFirst().kind());
        assertEquals(1, extensions.guard().abandonedThreads());
        assertTrue(works());
        until(() -> extensions.guard().abandonedThreads() == 0);
    }

    @Test
    void whoHangsIsQuarantinedAndAReplacedFileBeginsAnew() throws Exception {
        install(new TestJar("test.hangs").analysis("test.hangs", "1", Analyses.Hangs.class), "test.hangs");
        try (ExtensionGuard impatient = Guards.impatient()) {
            Declarations declarations = Declarations.NONE.again(RegistryFactory.getRegistry(), impatient);
            AnalysisDescriptor hangs = declarations.usable(AnalysisDescriptor.class).stream()
                    .filter(a -> a.id().equals("test.hangs"))
                    .findFirst()
                    .orElseThrow();

            assertEquals(
                    Why.HUNG,
                    assertThrows(
                                    ExtensionException.class,
                                    () -> hangs.analysis().run(NO_DATA, Values.NONE, JobControl.NONE))
                            .why());
            assertTrue(impatient.isQuarantined("test.hangs"));
            assertFalse(impatient.isQuarantined(GOOD));
            impatient.stopped("test.hangs");
            assertFalse(impatient.isQuarantined("test.hangs"));
        }
    }

    @Test
    void whatIsReplacedAgainAndAgainWorksEachTime() throws Exception {
        AnalysisDescriptor before = analysis(GOOD);
        for (int edition = 2; edition <= 4; edition++) {
            Path jar = new TestJar(GOOD)
                    .header("Bundle-Version", edition + ".0.0")
                    .analysis(GOOD, "1", Analyses.Good.class)
                    .write(folder.resolve("again.jar"));
            try (InputStream in = Files.newInputStream(jar)) {
                installed.get(GOOD).update(in);
            }
            installed.get(GOOD).start();

            AnalysisDescriptor old = before;
            until(() -> extensions.analysis(GOOD).filter(a -> a != old).isPresent());
            AnalysisDescriptor now = analysis(GOOD);
            assertTrue(works(), "edition " + edition);
            assertEquals(
                    Why.GONE,
                    assertThrows(
                                    ExtensionException.class,
                                    () -> old.analysis().run(NO_DATA, Values.NONE, JobControl.NONE))
                            .why());
            before = now;
        }
    }

    @Test
    void memoryThatItTakesIsBoundedByItsOwnLifeAndHurtsNobody() throws Exception {
        install(new TestJar("test.memory").analysis("test.memory", "1", Analyses.TakesMemory.class), "test.memory");
        for (int i = 0; i < 4; i++) {
            assertNotNull(run("test.memory"));
        }
        assertTrue(works());

        installed.remove("test.memory").uninstall();

        until(() -> extensions.analysis("test.memory").isEmpty());
        assertTrue(works());
    }

    private void install(TestJar jar, String name) throws Exception {
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

    private boolean isKnown(String bundle) {
        InstalledExtension extension = extension(bundle);
        return !extension.contributions().isEmpty()
                || extension.state() != State.WORKING
                || extensions.guard().faults().stream().anyMatch(f -> f.bundle().equals(bundle));
    }

    private AnalysisDescriptor analysis(String id) {
        return extensions.analysis(id).orElseThrow();
    }

    private InstalledExtension extension(String bundle) {
        return extensions.installed().stream()
                .filter(e -> e.bundle().equals(bundle))
                .findFirst()
                .orElseThrow();
    }

    private Draft run(String id) throws Exception {
        return analysis(id).analysis().run(NO_DATA, Values.NONE, JobControl.NONE);
    }

    /** Whether the extension without a fault does. */
    private boolean works() throws Exception {
        return extension(GOOD).state() == State.WORKING && run(GOOD).tables().isEmpty();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20); // the test's time-out ends it
        }
    }
}
