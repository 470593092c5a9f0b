package fr.sillage.core.internal.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.fakes.TestJar;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.internal.guard.Guards;
import fr.sillage.core.misbehaving.Analyses;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.Test;

class MisbehavingBundlesTest extends BundlesFixture {
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
}
