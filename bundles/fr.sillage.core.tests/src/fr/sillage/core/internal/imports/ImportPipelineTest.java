package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Reject;
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
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ImportPipelineTest {
    private static final String SOURCE = "test.rows";
    private static final List<ProposedField> FIELDS = List.of(
            field("mail", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
            field("score", Type.INTEGER, Set.of(), Privacy.OTHER));

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext member = Members.standIn();

    @BeforeEach
    void silo() {
        silos.create(member.community().id());
    }

    @Test
    void storesWhatIsLeftAfterTheAnonymizersAndTheRecordOfTheImport() throws ImportException {
        ImportPipeline pipeline = pipeline(rows(250, 0));

        ImportRecord record = pipeline.run(
                member, RowsSource.FILE, pipeline.propose(RowsSource.FILE).plan(), false, JobControl.NONE);

        DataSet stored = onlyDataSet();
        assertEquals("people", stored.name());
        assertEquals(250, stored.rows());
        assertEquals(Privacy.OTHER, stored.fields().getFirst().privacy());
        TableReader reader =
                new TableReader(new StoredTable(ownSilo().chunks(), stored.table(), stored.fields(), stored.rows()));
        assertEquals(List.of("mail of 9"), reader.dictionary(0), "the pseudonymiser's answer, no address");
        assertEquals(249, reader.longs(1, 0).values()[249]);
        assertEquals(List.of(record), ownSilo().imports());
        assertEquals(250, record.read());
        assertEquals(member.account().id(), record.by());
    }

    @Test
    void theMostConfidentSourceProposes() throws ImportException {
        FakeExtensions extensions = new FakeExtensions(List.of(
                FakeExtensions.source("test.unsure", new RowsSource(0.2, FIELDS.subList(0, 1), List.of())),
                FakeExtensions.source(SOURCE, new RowsSource(0.9, FIELDS, List.of())),
                FakeExtensions.source("test.other", new RowsSource(0, List.of(), List.of()))));

        ImportPlan plan = pipeline(extensions).propose(RowsSource.FILE).plan();

        assertEquals(SOURCE, plan.source());
        assertEquals(
                new Treatment(FakeExtensions.PSEUDONYM, Values.NONE.with("scheme", "mail")),
                plan.columns().getFirst().treatment());
        assertEquals(Treatment.KEEP, plan.columns().getLast().treatment());
    }

    @Test
    void aSourceMaySayUnderWhichSchemePersonsAreKnown() throws ImportException {
        ProposedField numen =
                new ProposedField(FIELDS.getFirst().field(), FIELDS.getFirst().format(), Optional.of("numen"));
        ImportPipeline pipeline = pipeline(new FakeExtensions(
                List.of(FakeExtensions.source(SOURCE, new RowsSource(0.9, List.of(numen), List.of())))));

        assertEquals(
                Values.NONE.with("scheme", "numen"),
                pipeline.propose(RowsSource.FILE)
                        .plan()
                        .columns()
                        .getFirst()
                        .treatment()
                        .parameters());
    }

    @Test
    void aFileThatNoSourceKnowsIsRefused() {
        ImportPipeline pipeline = pipeline(
                new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(0, List.of(), List.of())))));

        assertEquals("why", refusal(() -> pipeline.propose(RowsSource.FILE)), "the source's own reason");
        assertEquals("plan.source.gone", refusal(() -> pipeline.propose(RowsSource.FILE, "test.none")));
    }

    @Test
    void oneRejectInAHundredPassesAndIsKeptWithLineAndColumn() throws ImportException {
        ImportPipeline pipeline = pipeline(rows(300, 3));

        ImportRecord record = pipeline.run(member, RowsSource.FILE, plan("people"), false, JobControl.NONE);

        assertEquals(300, record.read());
        assertEquals(297, record.stored());
        List<Reject> rejects = ownSilo().rejects(record.id());
        assertEquals(3, rejects.size());
        assertEquals(2, rejects.getFirst().line());
        assertEquals(Optional.of("score"), rejects.getFirst().column());
        assertEquals("reject.value.INTEGER", rejects.getFirst().reason().key().key());
    }

    @Test
    void moreRejectsStopTheImportUntilSomebodyAccepts() throws ImportException {
        ImportPipeline pipeline = pipeline(rows(300, 4));

        TooManyRejectsException asks = assertThrows(
                TooManyRejectsException.class,
                () -> pipeline.run(member, RowsSource.FILE, plan("people"), false, JobControl.NONE));

        assertEquals(300, asks.read());
        assertEquals(4, asks.rejects().size());
        assertUntouched();
        assertEquals(
                296,
                pipeline.run(member, RowsSource.FILE, plan("people"), true, JobControl.NONE)
                        .stored());
    }

    @Test
    void cancelledAtAnyMomentItLeavesTheSiloAsBefore() {
        for (int checks = 0; checks < 4; checks++) {
            JobControl job = cancelledAfter(checks);
            ImportPipeline pipeline = pipeline(rows(300, 0));

            assertThrows(
                    JobCancelledException.class,
                    () -> pipeline.run(member, RowsSource.FILE, plan("people"), false, job),
                    "after " + checks + " checks");
            assertUntouched();
        }
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

    @Test
    void aProfileCountsWhatIsMissingAndWhatCannotBeRead() throws ImportException {
        List<List<String>> rows = new ArrayList<>(rows(6, 2));
        rows.set(5, List.of("a@b.org", " "));

        List<ColumnProfile> profiles = pipeline(rows).profile(RowsSource.FILE, plan("people"), JobControl.NONE);

        ColumnProfile score = profiles.getLast();
        assertEquals(6, score.rows());
        assertEquals(1, score.missing());
        assertEquals(2, score.unreadable());
        assertEquals(4, score.distinct());
        assertEquals(new ColumnProfile.Frequency("many", 2), score.frequent().getFirst());
    }

    private ImportPipeline pipeline(List<List<String>> rows) {
        return pipeline(new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, FIELDS, rows)))));
    }

    private ImportPipeline pipeline(Extensions extensions) {
        return new ImportPipeline(extensions, new FakeEnabling(extensions), silos, new SiloPlans(extensions, silos));
    }

    /** The first ones are bad: their score is not a number. */
    private static List<List<String>> rows(int count, int bad) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.of("a" + i % 10 + "@bc.org", i < bad ? "many" : Integer.toString(i)))
                .toList();
    }

    private static ImportPlan plan(String name) {
        Treatment pseudonym = new Treatment(FakeExtensions.PSEUDONYM, Values.NONE.with("scheme", "mail"));
        return new ImportPlan(
                name,
                SOURCE,
                Values.NONE,
                List.of(
                        new ColumnPlan(
                                FIELDS.getFirst().field(), FIELDS.getFirst().format(), pseudonym),
                        new ColumnPlan(
                                FIELDS.getLast().field(), FIELDS.getLast().format(), Treatment.KEEP)),
                "");
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

    private Silo ownSilo() {
        return silos.open(member);
    }

    private DataSet onlyDataSet() {
        assertEquals(1, ownSilo().dataSets().size());
        return ownSilo().dataSets().getFirst();
    }

    private void assertUntouched() {
        assertEquals(List.of(), ownSilo().dataSets());
        assertEquals(List.of(), ownSilo().imports());
    }

    private static JobControl cancelledAfter(int checks) {
        return new JobControl() {
            private int asked;

            @Override
            public void progress(double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return asked++ >= checks;
            }
        };
    }

    private static ProposedField field(String name, Type type, Set<RoleId> roles, Privacy privacy) {
        return new ProposedField(new Field(name, type, roles, privacy), ValueFormat.of(type));
    }
}
