package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.FakeExtensions;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.RowsSource;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Treatment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RefusedImportTest extends PipelineFixture {
    @Test
    void aFileThatNoSourceKnowsIsRefused() {
        ImportPipeline pipeline = pipeline(
                new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(0, List.of(), List.of())))));

        assertEquals("why", refusal(() -> pipeline.propose(RowsSource.FILE)), "the source's own reason");
        assertEquals("plan.source.gone", refusal(() -> pipeline.propose(RowsSource.FILE, "test.none")));
    }

    @Test
    void aPlanThatKeepsAnIdentifierIsRefused() {
        List<ColumnPlan> kept = plan("people").columns().stream()
                .map(c -> new ColumnPlan(c.field(), c.format(), Treatment.KEEP))
                .toList();
        ImportPlan plan = new ImportPlan("people", SOURCE, Values.NONE, kept, "");

        assertEquals("plan.identifier.kept", refused(plan));
        assertUntouched();
    }

    @Test
    void aPlanThatDoesNotFitIsRefused() throws ImportException {
        ImportPlan good = plan("people");
        pipeline(rows(1, 0)).run(member, RowsSource.FILE, good, false, JobControl.NONE);

        assertEquals("plan.name.taken", refused(plan(" PEOPLE ")));
        assertEquals("plan.name.BLANK", refused(plan("  ")));
        assertEquals(
                "plan.columns.differ",
                refused(new ImportPlan(
                        "other", SOURCE, Values.NONE, good.columns().reversed(), "")));
        assertEquals(
                "plan.source.gone", refused(new ImportPlan("other", "test.none", Values.NONE, good.columns(), "")));
        assertEquals("plan.anonymizer.gone", refused(treated(good, "test.none")));
        assertEquals(1, ownSilo().dataSets().size());
    }

    @Test
    void whatTheCommunityHasNotEnabledIsNotUsed() {
        FakeExtensions installed =
                new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, FIELDS, rows(1, 0)))));
        FakeEnabling nothing = new FakeEnabling(new FakeExtensions(List.of()));
        ImportPipeline pipeline = new ImportPipeline(installed, nothing, silos, new SiloPlans(installed, silos));

        assertEquals(
                "plan.source.gone",
                refusal(() -> pipeline.run(member, RowsSource.FILE, plan("people"), false, JobControl.NONE)));
        assertUntouched();
    }

    @Test
    void aReaderMayNotImport() {
        CommunityContext reader = Members.of(Profile.READER);
        silos.create(reader.community().id());

        assertThrows(
                AccessDeniedException.class,
                () -> pipeline(rows(1, 0)).run(reader, RowsSource.FILE, plan("people"), false, JobControl.NONE));
        assertEquals(List.of(), silos.open(reader).dataSets());
    }

    private static ImportPlan treated(ImportPlan plan, String anonymizer) {
        ColumnPlan first = plan.columns().getFirst();
        return new ImportPlan(
                "other",
                plan.source(),
                plan.settings(),
                List.of(
                        new ColumnPlan(first.field(), first.format(), new Treatment(anonymizer, Values.NONE)),
                        plan.columns().getLast()),
                "");
    }

    private String refused(ImportPlan plan) {
        return refusal(() -> pipeline(rows(1, 0)).run(member, RowsSource.FILE, plan, false, JobControl.NONE));
    }

    private static String refusal(Executable call) {
        return assertThrows(ImportException.class, call).reason().key().key();
    }
}
