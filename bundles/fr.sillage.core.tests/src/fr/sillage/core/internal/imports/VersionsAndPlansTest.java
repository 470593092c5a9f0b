package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.ProposedField;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.FakeExtensions;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.fakes.RowsSource;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VersionsAndPlansTest {
    private static final String SOURCE = "test.rows";

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext manager = Members.standIn();

    @BeforeEach
    void silo() {
        silos.create(manager.community().id());
    }

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
    void whoMayNotDeleteDataTakesNothingBack() throws ImportException {
        ImportRecord first = run(plan("people", "note"), Target.NEW, List.of(List.of("5")));
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);

        assertThrows(
                AccessDeniedException.class,
                () -> pipeline(List.of("note"), List.of()).undo(analyst, first.id()));
        assertEquals(1, silos.open(manager).dataSets().size());
    }

    @Test
    void anAnalystImportsByAnApprovedPlanOnly() throws ImportException {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        CommunityContext officer = Members.beside(manager, Profile.OFFICER);
        ImportPlan plan = plan("people", "mail", "score");
        ImportRequest request = new ImportRequest(plan, Target.NEW, false);
        List<List<String>> rows = List.of(List.of("a@b.org", "1"));
        ImportPipeline pipeline = pipeline(plan.names(), rows);

        assertEquals(
                "plan.unapproved",
                refusal(() -> pipeline.run(analyst, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE)));
        SavedPlan drawn = plans().save(analyst, plan, Target.NEW);
        assertEquals(Optional.empty(), drawn.approval());
        assertThrows(AccessDeniedException.class, () -> plans().approve(analyst, drawn));
        assertEquals(
                "plan.unapproved",
                refusal(() -> pipeline.run(analyst, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE)));
        plans().approve(officer, drawn);

        assertEquals(
                1,
                pipeline.run(analyst, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE)
                        .stored());
        assertThrows(
                AccessDeniedException.class,
                () -> pipeline.run(officer, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE),
                "who approves does not import");
        plans().remove(officer, drawn.id());
        assertEquals("plan.gone", refusal(() -> plans().approve(officer, drawn)));
    }

    @Test
    void whatWasChangedSinceItWasShownIsNotApproved() throws ImportException {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        CommunityContext officer = Members.beside(manager, Profile.OFFICER);
        ImportPlan plan = plan("people", "mail", "score");
        SavedPlan shown = plans().save(analyst, plan, Target.NEW);
        ColumnPlan score = plan.columns().getLast();
        ImportPlan changed = with(
                plan, new ColumnPlan(score.field().withPrivacy(Privacy.SENSITIVE), score.format(), score.treatment()));
        SavedPlan now = plans().save(analyst, changed, Target.NEW);

        assertEquals(shown.id(), now.id());
        assertEquals("plan.changed", refusal(() -> plans().approve(officer, shown)));
        assertEquals(Optional.empty(), plans().all(officer).getFirst().approval());

        plans().approve(officer, now);
        assertTrue(plans().allows(analyst, changed));
    }

    @Test
    void anApprovalCoversWhatIsDoneToPersonsDataAndNoMore() {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        ImportPlan plan = plan("people", "mail", "score");
        plans().save(manager, plan, Target.NEW);
        ColumnPlan score = plan.columns().getLast();
        ColumnPlan decimal =
                new ColumnPlan(score.field().withType(Type.DECIMAL), ValueFormat.of(Type.DECIMAL), Treatment.KEEP);
        ColumnPlan harmless =
                new ColumnPlan(score.field().withPrivacy(Privacy.SENSITIVE), score.format(), Treatment.KEEP);

        assertTrue(plans().allows(analyst, with(plan, decimal)), "another type");
        assertEquals(false, plans().allows(analyst, with(plan, harmless)), "another privacy class");
        assertEquals(
                false,
                plans().allows(
                                analyst,
                                with(
                                        plan,
                                        new ColumnPlan(
                                                score.field(), score.format(), new Treatment("x", Values.NONE)))),
                "another treatment");
        assertEquals(false, plans().allows(analyst, plan("people", "mail", "score", "note")), "a further column");
        assertEquals(
                Optional.empty(),
                plans().save(analyst, with(plan, harmless), Target.NEW).approval(),
                "changed by an analyst it is to be approved again");
        assertEquals(1, plans().all(analyst).size(), "in the place of the one for the same kind of file");
        assertEquals(
                "people",
                plans().fitting(analyst, SOURCE, plan.names()).orElseThrow().name());
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

    private static ImportPlan with(ImportPlan plan, ColumnPlan last) {
        List<ColumnPlan> columns = new ArrayList<>(plan.columns());
        columns.set(columns.size() - 1, last);
        return new ImportPlan(plan.dataSet(), plan.source(), plan.settings(), columns, plan.attribution());
    }

    private ImportRecord run(ImportPlan plan, Target target, List<List<String>> rows) throws ImportException {
        return pipeline(plan.names(), rows)
                .run(
                        manager,
                        UUID.randomUUID(),
                        RowsSource.FILE,
                        new ImportRequest(plan, target, false),
                        JobControl.NONE);
    }

    private void undo(ImportRecord done) throws ImportException {
        pipeline(List.of("note"), List.of()).undo(manager, done.id());
    }

    private ImportPipeline pipeline(List<String> names, List<List<String>> rows) {
        Extensions extensions = extensions(names, rows);
        return new ImportPipeline(extensions, new FakeEnabling(extensions), silos, new SiloPlans(extensions, silos));
    }

    private SiloPlans plans() {
        return new SiloPlans(extensions(List.of("note"), List.of()), silos);
    }

    private static Extensions extensions(List<String> names, List<List<String>> rows) {
        List<ProposedField> fields = names.stream()
                .map(name ->
                        new ProposedField(column(name).field(), column(name).format()))
                .toList();
        return new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, fields, rows))));
    }

    private static ImportPlan plan(String name, String... columns) {
        return new ImportPlan(
                name,
                SOURCE,
                Values.NONE,
                Arrays.stream(columns).map(VersionsAndPlansTest::column).toList(),
                "");
    }

    private static ColumnPlan column(String name) {
        return name.equals("mail")
                ? new ColumnPlan(
                        new Field(name, Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                        ValueFormat.of(Type.TEXT),
                        new Treatment(FakeExtensions.PSEUDONYM, Values.NONE.with("scheme", "mail")))
                : new ColumnPlan(
                        new Field(name, Type.INTEGER, Set.of(), Privacy.OTHER),
                        ValueFormat.of(Type.INTEGER),
                        Treatment.KEEP);
    }

    private static String refusal(Executable call) {
        return assertThrows(ImportException.class, call).reason().key().key();
    }

    private DataSet dataSet() {
        return silos.open(manager).dataSets().getFirst();
    }

    private TableReader reader(DataSet dataSet) {
        return new TableReader(
                new StoredTable(silos.open(manager).chunks(), dataSet.table(), dataSet.fields(), dataSet.rows()));
    }
}
