package fr.sillage.core.internal.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Field;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.KeyTexts;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.Stricter;
import fr.sillage.core.internal.analysis.Publishing;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.SiloTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiloSavedAnalysesTest extends SavedAnalysesFixture {
    private final CommunityContext other = Members.beside(analyst, Profile.ANALYST);
    private final CommunityContext manager = Members.beside(analyst, Profile.MANAGER);
    private final CommunityContext reader = Members.beside(analyst, Profile.READER);
    private final SiloKeptJobs ofJobs = new SiloKeptJobs(silos, new KeyTexts());

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

    /** One half of all persons. */
    private AnalysisState half() {
        return state(Selection.ALL.with(chosen("half")));
    }

    /** The same but for two persons. */
    private AnalysisState most() {
        return state(Selection.ALL.with(chosen("half")).with(chosen("few")));
    }

    private static Selection.Choice chosen(String column) {
        return new Selection.Choice("slot", column, false, List.of("0"), "", "");
    }

    private AnalysisState state(Selection selection) {
        return new AnalysisState("counting", data.id(), selection.in(Values.NONE), Values.NONE);
    }

    private SavedAnalysis save(CommunityContext by, String name, AnalysisState state) throws AnalysisException {
        return saved.save(by, name, "", state, JobControl.NONE);
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
    void whatTwoMembersSavedDoesNotTellAReaderOfTwoPersons() throws AnalysisException {
        save(analyst, "half", half());

        AnalysisException refused = assertThrows(AnalysisException.class, () -> save(other, "most", most()));

        assertEquals("analysis.too.close", refused.reason().key().key());
        assertEquals(1, saved.all(reader).size());
    }

    @Test
    void whoHasSeenTooMuchIsNotShownWhatAnotherSaved() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "most", most());
        run(other, half());

        AnalysisException refused = assertThrows(AnalysisException.class, () -> open(other, kept));

        assertEquals("result.too.close", refused.reason().key().key());
        open(reader, kept);
    }

    @Test
    void whatWasOpenedCountsAsSeen() throws AnalysisException {
        SavedAnalysis kept = save(analyst, "most", most());
        open(other, kept);

        AnalysisException refused = assertThrows(AnalysisException.class, () -> run(other, half()));

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
}
