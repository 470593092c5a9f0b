package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.data.Privacy;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.KeyReplacement;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionsTest extends PlansFixture {
    @Test
    void appendedRowsFollowThoseThatAreThereInTheirColumns() throws ImportException {
        ImportRecord first = run(plan("people", "mail", "score"), Target.NEW, List.of(List.of("a@b.org", "1")));
        Target target = Target.of(ImportMode.APPEND, first.dataSet());
        ImportRecord second = run(
                plan("ignored", "score", "mail"), target, List.of(List.of("2", "abc@b.org"), List.of("3", "a@b.org")));

        assertEquals(2, second.version());
        assertEquals(2, second.stored());
        assertEquals(first.dataSet(), second.dataSet());
        assertEquals("people", dataSet().name());
        assertEquals(3, dataSet().rows());
        TableReader reader = reader(dataSet());
        assertEquals(List.of("mail of 7", "mail of 9"), reader.dictionary(0));
        assertEquals(List.of(1, 2, 1), Arrays.stream(reader.codes(0, 0)).boxed().toList());
        assertEquals(
                List.of(1L, 2L, 3L),
                Arrays.stream(reader.longs(1, 0).values()).boxed().toList());
    }

    @Test
    void rowsOfTheSameKeyAreReplacedAfterTheirTreatmentAndTheReportTellsHowMany() throws ImportException {
        ImportRecord first = run(
                plan("people", "mail", "day", "score"),
                Target.NEW,
                List.of(
                        List.of("a@b.org", "1", "10"),
                        List.of("a@b.org", "2", "20"),
                        List.of("abc@b.org", "1", "30"),
                        Arrays.asList(null, "1", "40")));
        DataSet before = dataSet();
        Target target = Target.byKey(first.dataSet(), List.of("mail", "day"));
        ImportRecord second = run(
                plan("ignored", "score", "day", "mail"),
                target,
                List.of(
                        List.of("11", "1", "c@d.org"), // of the same pseudonym as the first two
                        List.of("12", "1", "x@y.org"),
                        List.of("50", "3", "a@b.org"),
                        Arrays.asList("60", "1", null)));

        assertEquals(Optional.of(new KeyReplacement(List.of("mail", "day"), 2, 1, 1, 3, 1)), second.byKey());
        assertEquals(4, second.stored());
        assertEquals(7, dataSet().rows());
        assertEquals(
                List.of(11L, 12L, 50L, 60L, 20L, 30L, 40L),
                Arrays.stream(reader(dataSet()).longs(2, 0).values()).boxed().toList());
        assertEquals(second.byKey(), silos.open(manager).imports().getFirst().byKey());
        undo(second);
        assertEquals(before, dataSet());
    }

    @Test
    void aKeyMustBeThere() throws ImportException {
        ImportRecord first = run(plan("people", "note"), Target.NEW, List.of(List.of("5")));
        Target target = Target.byKey(first.dataSet(), List.of("note", "day"));
        assertEquals("plan.key.gone", refusal(() -> run(plan("people", "note"), target, List.of(List.of("5")))));
        assertThrows(IllegalArgumentException.class, () -> Target.byKey(first.dataSet(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Target(ImportMode.APPEND, "x", List.of("note")));
    }

    @Test
    void aRequestThatWaitedSinceBeforeThereWereKeysIsRead() {
        ImportRequest request = new ImportRequest(plan("people", "note"), Target.NEW, true);
        JobSpec spec = new ImportJob("file", request).spec("people.csv");
        String now = spec.argument("request");
        String then = now.replace(",\"keys\":[]", "");
        assertNotEquals(now, then);
        assertEquals(
                request,
                ImportJob.of(new JobSpec(ImportJob.KIND, "people.csv", Map.of("file", "file", "request", then)))
                        .request());
    }

    @Test
    void otherColumnsAreNotAppended() throws ImportException {
        ImportRecord first = run(plan("people", "mail", "score"), Target.NEW, List.of(List.of("a@b.org", "1")));
        Target target = Target.of(ImportMode.APPEND, first.dataSet());

        assertEquals(
                "plan.target.columns",
                refusal(() -> run(plan("people", "mail", "note"), target, List.of(List.of("a@b.org", "1")))));
        assertEquals(1, dataSet().version());
    }

    @Test
    void aReplacedVersionComesBackWhenTheImportIsTakenBack() throws ImportException {
        ImportRecord first = run(plan("people", "mail", "score"), Target.NEW, List.of(List.of("a@b.org", "1")));
        DataSet before = dataSet();
        ImportRecord second =
                run(plan("people", "note"), Target.of(ImportMode.REPLACE, first.dataSet()), List.of(List.of("5")));
        assertEquals(1, dataSet().fields().size());

        assertEquals("undo.not.last", refusal(() -> undo(first)));
        undo(second);

        assertEquals(before, dataSet());
        assertEquals(1, reader(dataSet()).longs(1, 0).values()[0]);
        assertEquals(
                Optional.of(manager.account().id()),
                silos.open(manager).imports().getFirst().undone().map(ImportRecord.Undone::by));
        assertEquals("undo.gone", refusal(() -> undo(second)));
        undo(first);
        assertEquals(List.of(), silos.open(manager).dataSets());
        assertEquals(2, silos.open(manager).imports().size(), "the records stay");
    }

    @Test
    void goingBackTakesAllLaterImportsBackAndTheirNumbersDoNotComeAgain() throws ImportException {
        ImportRecord first = run(plan("people", "note"), Target.NEW, List.of(List.of("1")));
        DataSet before = dataSet();
        Target append = Target.of(ImportMode.APPEND, first.dataSet());
        run(plan("people", "note"), append, List.of(List.of("2")));
        run(plan("people", "note"), append, List.of(List.of("3")));
        DataSet third = dataSet();

        rollBack(before);

        assertEquals(before, dataSet());
        assertEquals(
                List.of(true, true, false),
                silos.open(manager).imports().stream()
                        .map(done -> done.undone().isPresent())
                        .toList());
        assertEquals("rollback.gone", refusal(() -> rollBack(third)));
        assertEquals("rollback.gone", refusal(() -> rollBack(before)));
        assertEquals(
                4, run(plan("people", "note"), append, List.of(List.of("4"))).version());
        assertEquals(2, dataSet().rows());
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        assertThrows(
                AccessDeniedException.class,
                () -> pipeline(List.of("note"), List.of()).rollBack(analyst, before));
    }

    @Test
    void whoMayNotDeleteDataTakesNothingBack() throws ImportException {
        ImportRecord first = run(plan("people", "note"), Target.NEW, List.of(List.of("5")));
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);

        assertThrows(
                AccessDeniedException.class,
                () -> pipeline(List.of("note"), List.of()).undo(analyst, first.id()));
        assertEquals(1, silos.open(manager).dataSets().size());
    }

    @Test
    void whoeverUsesAPlanDidNotDrawItUp() {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        ImportPlan plan = plan("people", "mail", "score");
        SavedPlan drawn = plans().save(manager, plan, Target.NEW);

        assertEquals(drawn.drawnBy(), plans().save(analyst, plan, Target.NEW).drawnBy());
        assertEquals(
                analyst.account().id(),
                plans().save(
                                analyst,
                                with(
                                        plan,
                                        new ColumnPlan(
                                                plan.columns().getLast().field().withPrivacy(Privacy.SENSITIVE),
                                                plan.columns().getLast().format(),
                                                Treatment.KEEP)),
                                Target.NEW)
                        .drawnBy());
    }

    @Test
    void aPlanIsForgottenByWhoMay() {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        SavedPlan approved = plans().save(manager, plan("people", "mail"), Target.NEW);
        SavedPlan drawn = plans().save(analyst, plan("people", "score"), Target.NEW);
        assertEquals("people (2)", drawn.name());

        assertThrows(AccessDeniedException.class, () -> plans().remove(analyst, approved.id()));
        plans().remove(analyst, drawn.id());
        plans().remove(manager, approved.id());

        assertEquals(List.of(), plans().all(manager));
    }

    private void rollBack(DataSet version) throws ImportException {
        pipeline(List.of("note"), List.of()).rollBack(manager, version);
    }

    private void undo(ImportRecord done) throws ImportException {
        pipeline(List.of("note"), List.of()).undo(manager, done.id());
    }

    private TableReader reader(DataSet dataSet) {
        return new TableReader(
                new StoredTable(silos.open(manager).chunks(), dataSet.table(), dataSet.fields(), dataSet.rows()));
    }
}
