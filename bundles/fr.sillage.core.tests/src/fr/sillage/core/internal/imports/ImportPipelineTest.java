package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.ProposedField;
import fr.sillage.core.fakes.FakeExtensions;
import fr.sillage.core.fakes.RowsSource;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportPipelineTest extends PipelineFixture {
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

    private DataSet onlyDataSet() {
        assertEquals(1, ownSilo().dataSets().size());
        return ownSilo().dataSets().getFirst();
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
}
