package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.fakes.FakeAnalyses;
import fr.sillage.core.fakes.FakeAnalysis;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.text.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of 1, 2, 3, 3, 6, 40 and 60 persons, half of each in the morning. */
class GatheringTest {
    private static final PersonsByJob JOBS = new PersonsByJob(List.of(1, 2, 3, 3, 6, 40, 60), n -> n % 2 == 0);

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext analyst = Members.of(Profile.ANALYST);
    private final AnalysisDescriptor counting = new FakeAnalysis("counting", by -> PersonsByJob.counting(() -> {}));
    private final AnalysisRunner runner =
            new AnalysisRunner(silos, new FakeEnabling(new FakeAnalyses(List.of(counting))));
    private final DataSetId id = DataSetId.random();

    @BeforeEach
    void store() {
        silos.create(analyst.community().id());
        JOBS.store(silos.open(analyst), id, 1);
    }

    private Published run(Selection selection) throws AnalysisException {
        return run(id, selection);
    }

    private Published run(DataSetId data, Selection selection) throws AnalysisException {
        return runner.run(
                analyst, counting, Map.of(PersonsByJob.SLOT, data), selection.in(Values.NONE), JobControl.NONE);
    }

    private static List<String> findings(Published published) {
        return published.findings().stream().map(finding -> finding.key().key()).toList();
    }

    @Test
    void rareCategoriesAreOne() throws AnalysisException {
        Published published = run(Selection.FIRST);

        PublishedTable table = published.table("jobs");
        assertEquals(
                List.of(
                        new PublishedValue.Label("job 5"),
                        new PublishedValue.Label("job 6"),
                        new PublishedValue.Term(Texts.RARE)),
                table.rows().stream().map(List::getFirst).toList());
        assertEquals(15, ((PublishedValue.Number) table.rows().getLast().getLast()).value());
        assertEquals(List.of("rare.gathered"), findings(published));
        assertEquals(0, published.provenance().hiddenCells());
        assertEquals(Selection.FIRST, Selection.of(published.provenance().parameters()));
    }

    @Test
    void otherwiseTheyAreHidden() throws AnalysisException {
        Published published = run(Selection.ALL);

        assertEquals(JOBS.persons().size(), published.table("jobs").rows().size());
        assertTrue(published.provenance().hiddenCells() > 0);
        assertEquals(List.of(), findings(published));
    }

    /** What was folded by hand is gathered where it is rare, and as it is named where it is not. */
    @Test
    void categoriesFoldedByHandAreGatheredToo() throws AnalysisException {
        Published published = run(Selection.FIRST.with(
                new Selection.Folding(PersonsByJob.SLOT, "job", "more", List.of("job 0", "job 5"))));

        assertEquals(
                List.of("job 6", "more"),
                published.table("jobs").rows().stream()
                        .map(List::getFirst)
                        .filter(PublishedValue.Label.class::isInstance)
                        .map(label -> ((PublishedValue.Label) label).text())
                        .toList());
    }

    /** Gathered they would overlap what was seen; one by one they are only hidden. */
    @Test
    void whatCannotBeSeenGatheredIsShownOneByOneAndThatIsSaid() throws AnalysisException {
        run(Selection.ALL.with(new Selection.Folding(PersonsByJob.SLOT, "job", "mine", List.of("job 4", "job 5"))));

        Published published = run(Selection.FIRST);

        assertEquals(JOBS.persons().size(), published.table("jobs").rows().size());
        assertEquals(List.of("rare.apart"), findings(published));
        assertEquals(Selection.ALL, Selection.of(published.provenance().parameters()));
    }

    /** Two rare categories beside large ones: a group of them would take a large one in. */
    @Test
    void whereNothingCanBeGatheredItIsSaidWhy() throws AnalysisException {
        DataSetId few = DataSetId.random();
        new PersonsByJob(List.of(2, 3, 40, 60), n -> n % 2 == 0).store(silos.open(analyst), few, 1);

        Published published = run(few, Selection.FIRST);

        assertEquals(4, published.table("jobs").rows().size());
        assertEquals(List.of("rare.left"), findings(published));
        assertEquals(
                List.of(new PublishedFinding.Argument.Category("job")),
                published.findings().getFirst().arguments());
        assertEquals(List.of(), findings(run(few, Selection.ALL)), "nobody asked for a group");
    }

    @Test
    void whereNothingIsHiddenThereIsNothingToSay() throws AnalysisException {
        DataSetId none = DataSetId.random();
        new PersonsByJob(List.of(12, 40, 60), n -> n % 2 == 0).store(silos.open(analyst), none, 1);

        assertEquals(List.of(), findings(run(none, Selection.FIRST)));
    }
}
