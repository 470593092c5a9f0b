package fr.sillage.core.internal.export;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.fakes.FakeAnalyses;
import fr.sillage.core.fakes.FakeCrossing;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.KeyTexts;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.fakes.MemorySpool;
import fr.sillage.core.fakes.OneJob;
import fr.sillage.core.internal.analysis.AnalysisRunner;
import fr.sillage.core.internal.overview.SiloOverviews;
import fr.sillage.core.internal.results.SiloSavedAnalyses;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobKind;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** A community with data sets of persons and the columns {@code a}, {@code b} and {@code c}. */
abstract class ExportFixture {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final MemorySilos silos = new MemorySilos();
    final CommunityContext analyst = Members.of(Profile.ANALYST);
    final KeyTexts texts = new KeyTexts();
    final AnalysisRunner runner =
            new AnalysisRunner(silos, new FakeEnabling(new FakeAnalyses(List.of(new FakeCrossing()))));
    final OneJob jobs = new OneJob();
    final SiloSavedAnalyses saved = new SiloSavedAnalyses(
            silos, runner, new FakeEnabling(new FakeAnalyses(List.of(new FakeCrossing()))), jobs, texts);
    final ExportJobs exporting = new ExportJobs(silos, new SiloOverviews(silos), saved, texts, () -> NOW);

    /** A row. */
    record Row(String person, String a, String b, String c) {}

    @BeforeEach
    void silo() {
        silos.create(analyst.community().id());
    }

    Silo open() {
        return silos.open(analyst);
    }

    MemorySpool spool() {
        return (MemorySpool) open().spool();
    }

    CommunityContext somebody(Profile profile) {
        return Members.beside(analyst, profile);
    }

    DataSet store(String name, List<Row> rows) {
        List<Field> fields = List.of(
                new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("a", Type.CATEGORY, Set.of(RoleId.CATEGORY), Privacy.QUASI_IDENTIFIER),
                new Field("b", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("c", Type.CATEGORY, Set.of(), Privacy.SENSITIVE));
        DataSet data =
                new DataSet(DataSetId.random(), name, 1, TableId.random(), fields, rows.size(), NOW, "by somebody");
        try (SiloTransaction transaction = open().begin()) {
            TableWriter writer = new TableWriter(transaction.chunks(), data.table(), fields);
            writer.append(List.of(
                    texts(rows.stream().map(Row::person).toList()),
                    texts(rows.stream().map(Row::a).toList()),
                    texts(rows.stream().map(Row::b).toList()),
                    texts(rows.stream().map(Row::c).toList())));
            writer.finish();
            transaction.add(data);
            transaction.commit();
        }
        return data;
    }

    private static Column texts(List<String> values) {
        return new Column.Texts(values.toArray(String[]::new));
    }

    /** Two hundred persons with a row each; two of them are the only ones of their cell. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(new Row("personkey" + i, i < 2 ? "a0" : "a" + i % 3, i < 2 ? "b9" : "b" + i % 2, "c" + i % 4));
        }
        return rows;
    }

    static AnalysisState asking(DataSet data, Selection selection) {
        return new AnalysisState(
                "crossing",
                data.id(),
                selection.in(Values.NONE.with("rows", "a").with("columns", "b")),
                Values.NONE);
    }

    static Selection only(String column, String... values) {
        return Selection.ALL.with(new Selection.Choice(FakeCrossing.SLOT, column, false, List.of(values), "", ""));
    }

    SavedAnalysis save(CommunityContext by, String name, AnalysisState state) throws AnalysisException {
        return saved.save(by, name, "", state, JobControl.NONE);
    }

    Published look(CommunityContext by, AnalysisState state) throws AnalysisException {
        return runner.run(
                by, new FakeCrossing(), Map.of(FakeCrossing.SLOT, state.dataSet()), state.values(), JobControl.NONE);
    }

    /** Exports all of the community. */
    PackageReader export(CommunityContext by) throws AnalysisException, IOException {
        return read(run(by, JobControl.NONE));
    }

    /** Exports one data set. */
    PackageReader export(CommunityContext by, DataSet data) throws AnalysisException, IOException {
        ExportJob job = new ExportJob(Locale.ENGLISH, Optional.of(data.id()));
        return read(exporting.run(by, JobId.random(), job.spec(data.name()), JobControl.NONE));
    }

    private PackageReader read(JobKind.Outcome made) throws IOException {
        return PackageReader.of(Reference.of(made.kept().get())
                .flatMap(reference -> reference.in(open()))
                .orElseThrow()
                .open());
    }

    JobKind.Outcome run(CommunityContext by, JobControl job) throws AnalysisException, IOException {
        return exporting.run(by, JobId.random(), new ExportJob(Locale.FRENCH, Optional.empty()).spec(""), job);
    }
}
