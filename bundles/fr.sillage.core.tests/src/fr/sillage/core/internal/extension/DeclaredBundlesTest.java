package fr.sillage.core.internal.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionException.Why;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.extension.InstalledExtension.State;
import fr.sillage.core.fakes.TestJar;
import fr.sillage.core.misbehaving.Analyses;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredBundlesTest extends BundlesFixture {
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
}
