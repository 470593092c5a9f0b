package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Published;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Profile;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.fakes.FakeAnalyses;
import fr.sillage.core.fakes.FakeAnalysis;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of 9, 20 and 30 persons; 3 of the last in the evening. */
class ResultCacheTest {
    private static final PersonsByJob JOBS = new PersonsByJob(List.of(9, 20, 30), n -> n < 27);

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext one = Members.of(Profile.ANALYST);
    private final CommunityContext other = Members.beside(one, Profile.ANALYST);
    private final AtomicInteger runs = new AtomicInteger();
    private Runnable meanwhile = () -> {};
    private final AnalysisDescriptor counting = new FakeAnalysis(
            "counting",
            by -> PersonsByJob.counting(() -> {
                runs.incrementAndGet();
                meanwhile.run();
            }));
    private final AnalysisRunner runner =
            new AnalysisRunner(silos, new FakeEnabling(new FakeAnalyses(List.of(counting))));
    private final DataSetId id = DataSetId.random();
    private final Values all = Values.NONE;
    private final Values most = chosen(Selection.ALL.with(choice("job", "job 1", "job 2")));
    private final Values morning =
            chosen(Selection.ALL.with(choice("job", "job 1", "job 2")).with(choice("time", "morning")));

    private static Selection.Choice choice(String column, String... values) {
        return new Selection.Choice(PersonsByJob.SLOT, column, false, List.of(values), "", "");
    }

    private static Values chosen(Selection selection) {
        return selection.in(Values.NONE);
    }

    @BeforeEach
    void store() {
        silos.create(one.community().id());
        store(1);
    }

    private void store(int version) {
        JOBS.store(silos.open(one), id, version);
    }

    private Published run(CommunityContext member, Values values) throws AnalysisException {
        return runner.run(member, counting, Map.of(PersonsByJob.SLOT, id), values, JobControl.NONE);
    }

    private int seen(CommunityContext member) {
        return silos.open(member).results().shown(member.account().id(), id).size();
    }

    @Test
    void whoAsksTheSameAndHasSeenTheSameGetsTheSame() throws AnalysisException {
        Published first = run(one, all);

        assertSame(first, run(other, all));
        assertEquals(1, runs.get());
        assertEquals(1, seen(other), "it counts as seen");
    }

    @Test
    void whoHasSeenItGetsItFromTheSecondTimeOn() throws AnalysisException {
        run(one, all);
        Published second = run(one, all);

        assertSame(second, run(one, all));
        assertEquals(2, runs.get());
        assertEquals(1, seen(one));
    }

    /** Most less those of the morning are three in the evening: who has seen the one is refused the other. */
    @Test
    void whoHasSeenSomethingElseGetsNothingThatWasMadeForOthers() throws AnalysisException {
        run(one, most);
        run(other, morning);

        assertThrows(AnalysisException.class, () -> run(other, most));
        assertThrows(AnalysisException.class, () -> run(one, morning));
    }

    @Test
    void whatIsHeldIsThereAtOnce() throws AnalysisException {
        assertEquals(Optional.empty(), atOnce(one));
        Published first = run(one, all);

        assertSame(first, atOnce(other).orElseThrow());
        assertEquals(1, seen(other), "it counts as seen");
        assertEquals(Optional.empty(), atOnce(one), "who has seen it asks something else");
    }

    /** Else what is saved would not count beside what others save. */
    @Test
    void whatIsHeldCountsAsSeenByEachOfSeveralReaders() throws AnalysisException {
        run(one, all);
        run(one, all);

        runner.publish(
                one, counting.id(), Map.of(PersonsByJob.SLOT, id), all, Publishing.Audience.COMMUNITY, JobControl.NONE);

        assertEquals(2, runs.get(), "it was held");
        Silo silo = silos.open(one);
        assertEquals(1, silo.results().shown(Ledger.everybody(silo), id).size());
    }

    private Optional<Published> atOnce(CommunityContext member) throws AnalysisException {
        return runner.atOnce(member, counting.id(), Map.of(PersonsByJob.SLOT, id), all);
    }

    @Test
    void nothingIsHeldOfRowsOfWhichSomebodyWasErased() throws AnalysisException {
        run(one, all);
        assertTrue(runner.memory().used() > 0);

        runner.forget(one.community().id());

        assertEquals(0, runner.memory().used());
        assertEquals(Optional.empty(), atOnce(other));
        meanwhile = () -> runner.forget(one.community().id());
        run(other, all);
        assertEquals(0, runner.memory().used(), "nor of those that were read meanwhile");
        runner.forget(CommunityId.random());
    }

    @Test
    void otherRowsAreAnotherQuestion() throws AnalysisException {
        Published first = run(one, all);
        store(2);

        assertNotEquals(first, run(other, all));
        assertEquals(2, runs.get());
    }
}
