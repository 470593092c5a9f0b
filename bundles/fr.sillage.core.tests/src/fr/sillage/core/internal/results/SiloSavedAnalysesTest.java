package fr.sillage.core.internal.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.MessageKey;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.fakes.FakeAnalyses;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.internal.analysis.AnalysisRunner;
import fr.sillage.core.internal.analysis.Publishing;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.text.Templates;
import fr.sillage.core.text.TextKeeper;
import fr.sillage.core.text.Texts;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixty persons, one row each; {@code few} is "1" for three of them. */
class SiloSavedAnalysesTest {
    private static final int ROWS = 60;

    private final MemorySilos silos = new MemorySilos();
    private final List<AnalysisDescriptor> installed = new ArrayList<>(List.of(new Counting()));
    private final CommunityContext analyst = Members.of(Profile.ANALYST);
    private final CommunityContext other = Members.beside(analyst, Profile.ANALYST);
    private final CommunityContext manager = Members.beside(analyst, Profile.MANAGER);
    private final CommunityContext reader = Members.beside(analyst, Profile.READER);
    private final FakeEnabling extensions = new FakeEnabling(new FakeAnalyses(installed));
    private final AnalysisRunner runner = new AnalysisRunner(silos, extensions);
    private final OneJob jobs = new OneJob();
    private final SiloSavedAnalyses saved = new SiloSavedAnalyses(silos, runner, extensions, jobs, new NoTexts());
    private final SiloKeptJobs ofJobs = new SiloKeptJobs(silos, new NoTexts());
    private DataSet data;

    @BeforeEach
    void store() {
        silos.create(analyst.community().id());
        data = stored(DataSetId.random(), 1);
        try (SiloTransaction transaction = silo().begin()) {
            write(transaction, data);
            transaction.add(data);
            transaction.commit();
        }
    }

    private Silo silo() {
        return silos.open(analyst);
    }

    private static DataSet stored(DataSetId id, int version) {
        List<Field> fields = List.of(
                new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("half", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("few", Type.CATEGORY, Set.of(), Privacy.OTHER));
        return new DataSet(
                id, "data", version, TableId.random(), fields, ROWS, Instant.parse("2026-03-01T10:00:00Z"), "");
    }

    private static void write(SiloTransaction transaction, DataSet set) {
        TableWriter writer = new TableWriter(transaction.chunks(), set.table(), set.fields());
        writer.append(List.of(texts(i -> "p" + i), texts(i -> "" + i % 2), texts(i -> i < 3 ? "1" : "0")));
        writer.finish();
    }

    private static Column texts(IntFunction<String> value) {
        return new Column.Texts(IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new));
    }

    private void nextVersion() {
        DataSet next = stored(data.id(), data.version() + 1);
        try (SiloTransaction transaction = silo().begin()) {
            write(transaction, next);
            transaction.replace(data, next);
            transaction.commit();
        }
        data = next;
    }

    private AnalysisState all() {
        return new AnalysisState("counting", data.id(), Values.NONE, new Values(Map.of("show", "SHARE")));
    }

    /** All but three persons. */
    private AnalysisState most() {
        Selection selection = Selection.ALL.with(new Selection.Choice("slot", "few", false, List.of("0"), "", ""));
        return new AnalysisState("counting", data.id(), selection.in(Values.NONE), Values.NONE);
    }

    private SavedAnalysis save(CommunityContext by, String name, AnalysisState state) throws AnalysisException {
        return saved.save(by, name, "", state, JobControl.NONE);
    }

    private KeptResult open(CommunityContext by, SavedAnalysis kept) throws AnalysisException {
        return saved.open(by, kept.id(), JobControl.NONE);
    }

    private Published run(CommunityContext by, AnalysisState state) throws AnalysisException {
        return runner.run(by, new Counting(), Map.of("slot", data.id()), state.values(), JobControl.NONE);
    }

    @Test
    void aReaderReadsWhatAnAnalystSavedAfterItsExtensionIsGone() throws AnalysisException {
        SavedAnalysis kept = save(analyst, " Moitiés ", all());
        installed.clear();

        KeptResult read = open(reader, kept);

        assertEquals("Moitiés", kept.name());
        assertEquals(List.of(kept), saved.all(reader));
        assertEquals(run().tables(), read.published().tables());
        assertEquals("Comptage", read.analysis().name(Locale.FRENCH));
        assertEquals("Counting", read.analysis().name(Locale.ENGLISH));
        assertEquals(Optional.of("SHARE"), read.state().look().get("show"));
        assertEquals(1, read.version());
    }

    private Published run() throws AnalysisException {
        installed.add(new Counting());
        return run(analyst, all());
    }

    @Test
    void readersNeitherSaveNorChange() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "a", all());

        assertThrows(AccessDeniedException.class, () -> save(reader, "b", all()));
        assertThrows(AccessDeniedException.class, () -> saved.rename(reader, kept.id(), "b", ""));
        assertThrows(AccessDeniedException.class, () -> saved.duplicate(reader, kept.id(), "b"));
        assertThrows(AccessDeniedException.class, () -> saved.remove(reader, kept.id()));
        assertThrows(AccessDeniedException.class, () -> saved.renew(reader, kept.id(), all(), JobControl.NONE));
    }

    @Test
    void othersCopyWhatTheMemberAndTheManagerChange() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "a", all());

        assertThrows(AccessDeniedException.class, () -> saved.rename(other, kept.id(), "b", ""));
        assertThrows(DuplicateNameException.class, () -> saved.duplicate(other, kept.id(), "A"));
        SavedAnalysis copy = saved.duplicate(other, kept.id(), "b");
        assertEquals(
                open(reader, kept).published().tables(),
                open(reader, copy).published().tables());
        assertThrows(DuplicateNameException.class, () -> saved.rename(analyst, kept.id(), "B", ""));
        saved.rename(manager, kept.id(), "c", "d");
        assertEquals("d", saved.find(reader, kept.id()).orElseThrow().description());
        saved.remove(manager, copy.id());
        assertEquals(1, saved.all(reader).size());
    }

    @Test
    void whatTwoMembersSavedDoesNotTellAReaderOfThreePersons() throws AnalysisException {
        save(analyst, "all", all());

        AnalysisException refused = assertThrows(AnalysisException.class, () -> save(other, "most", most()));

        assertEquals("analysis.too.close", refused.reason().key().key());
        assertEquals(1, saved.all(reader).size());
    }

    @Test
    void whoHasSeenTooMuchIsNotShownWhatAnotherSaved() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "most", most());
        run(other, all());

        AnalysisException refused = assertThrows(AnalysisException.class, () -> open(other, kept));

        assertEquals("result.too.close", refused.reason().key().key());
        open(reader, kept);
    }

    @Test
    void whatWasOpenedCountsAsSeen() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "most", most());
        open(other, kept);

        AnalysisException refused = assertThrows(AnalysisException.class, () -> run(other, all()));

        assertEquals("analysis.too.close", refused.reason().key().key());
    }

    @Test
    void aHigherThresholdShutsOldResults() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "a", all());

        AnalysisException refused = assertThrows(AnalysisException.class, () -> open(new Stricter(reader), kept));

        assertEquals("result.threshold", refused.reason().key().key());
    }

    @Test
    void aSavedAnalysisIsRenewedOnTheNextVersion() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "a", all());
        nextVersion();
        assertEquals(1, open(reader, kept).version());

        SavedAnalysis renewed = saved.renew(analyst, kept.id(), all(), JobControl.NONE);

        assertEquals(kept.id(), renewed.id());
        assertEquals(kept.saved(), renewed.saved());
        assertEquals(2, renewed.version());
        assertEquals(2, open(reader, renewed).version());
    }

    @Test
    void theResultOfAJobIsFoundAgainByWhoSeesTheJob() throws AnalysisException {
        AnalysisJob job = new AnalysisJob("counting", Map.of("slot", data.id()), Values.NONE);
        Publishing.Run run = runner.publish(
                analyst, job.analysis(), job.data(), job.parameters(), Publishing.Audience.MEMBER, JobControl.NONE);
        jobs.only = Optional.of(JobInfo.waiting(
                JobId.random(),
                analyst.community().id(),
                analyst.account().id(),
                job.spec("data"),
                Instant.parse("2026-03-01T10:00:00Z")));
        JobId id = jobs.only.get().id();
        ofJobs.keep(analyst, id, job, run);

        assertEquals(
                run.published().tables(),
                saved.ofJob(analyst, id, JobControl.NONE)
                        .orElseThrow()
                        .published()
                        .tables());
        assertEquals(Optional.empty(), saved.ofJob(other, id, JobControl.NONE));
        ofJobs.forget(analyst, id);
        assertEquals(Optional.empty(), saved.ofJob(analyst, id, JobControl.NONE));
    }

    @Test
    void columnsThatAreNotThereAreNamed() {
        AnalysisState state =
                new AnalysisState("counting", data.id(), most().values().with("by", "gone"), Values.NONE);
        List<Field> fields =
                data.fields().stream().filter(f -> !f.name().equals("few")).toList();

        assertEquals(List.of("gone", "few"), state.columnsMissingIn(new Counting(), fields));
        assertTrue(all().columnsMissingIn(new Counting(), fields).isEmpty());
        assertFalse(most().columnsMissingIn(new Counting(), data.fields()).contains("few"));
    }

    /** Counts rows by "half". */
    private record Counting() implements AnalysisDescriptor {
        @Override
        public Analysis analysis() {
            return (in, values, job) -> {
                Cells cells = in.ask(new Query.Aggregate(List.of(new FieldRef("slot", "half")), Unit.ROW));
                List<List<Value>> rows = new ArrayList<>();
                for (int code = 0; code < cells.labels(0).size(); code++) {
                    rows.add(List.of(
                            new Value.Label(cells.labels(0).get(code)), new Value.Number(cells.rows(Region.of(code)))));
                }
                Table table = new Table(
                        "counts",
                        List.of(
                                new TableColumn("half", TableColumn.Kind.LABEL),
                                new TableColumn("rows", TableColumn.Kind.INTEGER)),
                        rows);
                return new Draft(List.of(table), List.of(), List.of());
            };
        }

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public String alias() {
            return "counting";
        }

        @Override
        public String bundle() {
            return "test";
        }

        @Override
        public String name(Locale locale) {
            return locale.equals(Locale.ENGLISH) ? "Counting" : "Comptage";
        }

        @Override
        public String description(Locale locale) {
            return "";
        }

        @Override
        public List<SlotDescriptor> slots() {
            return List.of(new SlotDescriptor("slot", Set.of()));
        }

        @Override
        public List<ParameterDescriptor> parameters() {
            return List.of(new ParameterDescriptor(
                    "by", ParameterDescriptor.Kind.COLUMN, Optional.empty(), false, Optional.of("slot"), List.of()));
        }
    }

    /** The same member where the threshold was raised. */
    private record Stricter(CommunityContext member) implements CommunityContext {
        @Override
        public Community community() {
            Community now = member.community();
            return new Community(now.id(), now.name(), now.threshold() + 5);
        }

        @Override
        public Account account() {
            return member.account();
        }

        @Override
        public boolean may(Right right) {
            return member.may(right);
        }

        @Override
        public void require(Right right) {
            member.require(right);
        }
    }

    private static final class NoTexts implements TextKeeper {
        @Override
        public Templates templates(Collection<String> contributions) {
            return new Templates(Map.of());
        }

        @Override
        public Texts texts(Templates templates) {
            return new Texts() {
                @Override
                public String text(MessageKey key, List<Object> arguments, Locale locale) {
                    return key.key();
                }

                @Override
                public List<Run> runs(PublishedFinding finding, Locale locale) {
                    return List.of();
                }

                @Override
                public String rows(RowKind kind, Locale locale) {
                    return "rows";
                }

                @Override
                public Texts speakingOf(RowKind kind) {
                    return this;
                }
            };
        }
    }

    /** A list with one job, which its own member sees. */
    private static final class OneJob implements Jobs {
        Optional<JobInfo> only = Optional.empty();

        @Override
        public Optional<JobInfo> find(CommunityContext context, JobId id) {
            return only.filter(job ->
                    job.id().equals(id) && job.user().equals(context.account().id()));
        }

        @Override
        public <T> Job<T> submit(CommunityContext context, JobSpec spec, Class<T> result) {
            throw new UnsupportedOperationException("submit");
        }

        @Override
        public <T> Job<T> submit(CommunityContext context, Work<T> work) {
            throw new UnsupportedOperationException("submit");
        }

        @Override
        public List<JobInfo> list(CommunityContext context) {
            return only.stream().toList();
        }

        @Override
        public void cancel(CommunityContext context, JobId id) {
            throw new UnsupportedOperationException("cancel");
        }

        @Override
        public boolean repeatable(CommunityContext context, JobId id) {
            return false;
        }

        @Override
        public <T> Optional<Job<T>> again(CommunityContext context, JobId id, JobSpec spec, Class<T> result) {
            return Optional.empty();
        }

        @Override
        public void forget(CommunityContext context, JobId id) {
            throw new UnsupportedOperationException("forget");
        }

        @Override
        public Runnable watch(CommunityContext context, Runnable changed) {
            return () -> {};
        }

        @Override
        public Load load() {
            return new Load(0, 0, 1);
        }
    }
}
