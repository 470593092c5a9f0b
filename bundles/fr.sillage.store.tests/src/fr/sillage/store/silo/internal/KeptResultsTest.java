package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.JobResult;
import fr.sillage.core.silo.PageState;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.ShownResult;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.store.internal.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved analyses, results of jobs and states of pages in a silo. */
class KeptResultsTest {
    private static final CommunityId LYON = CommunityId.random();
    private static final CommunityId LILLE = CommunityId.random();
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private TestHome home;
    private DerbySiloStore store;

    @BeforeEach
    void open() {
        home = TestHome.in(folder);
        store = new DerbySiloStore(home);
        store.create(LYON);
        store.create(LILLE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Silo silo(CommunityId community) {
        return store.open(TestContext.of(community));
    }

    private void restart() {
        store.close();
        store = new DerbySiloStore(home);
    }

    private static SavedAnalysis saved(String name, Instant when) {
        return new SavedAnalysis(
                UUID.randomUUID(), name, "", "crossing", DataSetId.random(), "data", 3, UserId.random(), when, when);
    }

    @Test
    void whoExportedIsKeptInItsOwnSilo() {
        ExportRecord first = new ExportRecord(UUID.randomUUID(), UserId.random(), NOW, 2, 3, 1);
        ExportRecord second = new ExportRecord(UUID.randomUUID(), UserId.random(), NOW.plusSeconds(1), 0, 0, 0);
        silo(LYON).add(first);
        silo(LYON).add(second);
        restart();

        assertEquals(List.of(second, first), silo(LYON).exports());
        assertEquals(List.of(), silo(LILLE).exports());
    }

    @Test
    void savedAnalysesStayInTheirCommunity() {
        SavedAnalysis first = saved("Régions", NOW);
        SavedAnalysis second = saved("Modules", NOW.plusSeconds(1));
        String large = "é".repeat(100_000);
        silo(LYON).results().save(first, "{}");
        silo(LYON).results().save(second, large);
        restart();

        assertEquals(List.of(second, first), silo(LYON).results().saved());
        assertEquals(Optional.of(large), silo(LYON).results().savedResult(second.id()));
        assertEquals(List.of(), silo(LILLE).results().saved());
        assertEquals(Optional.empty(), silo(LILLE).results().saved(first.id()));
        assertEquals(Optional.empty(), silo(LILLE).results().savedResult(first.id()));
    }

    @Test
    void aNewNameLeavesTheResultAndARemovedOneTakesItAlong() {
        SavedAnalysis first = saved("Régions", NOW);
        silo(LYON).results().save(first, "{}");
        SavedAnalysis renamed = first.called("Provenance", "d'où ils viennent");
        silo(LYON).results().update(renamed);
        silo(LYON).results().update(saved("never kept", NOW));

        assertEquals(List.of(renamed), silo(LYON).results().saved());
        assertEquals(Optional.of("{}"), silo(LYON).results().savedResult(first.id()));
        silo(LYON).results().save(renamed, "{1}");
        assertEquals(Optional.of("{1}"), silo(LYON).results().savedResult(first.id()));
        silo(LYON).results().remove(first.id());
        silo(LYON).results().remove(first.id());
        assertEquals(List.of(), silo(LYON).results().saved());
        assertEquals(Optional.empty(), silo(LYON).results().savedResult(first.id()));
    }

    @Test
    void resultsOfJobsAreAsManyAndAsOldAsJobs() {
        List<JobResult> results = IntStream.range(0, 5)
                .mapToObj(day ->
                        new JobResult(UUID.randomUUID(), DataSetId.random(), 1, NOW.plus(Duration.ofDays(day)), "{}"))
                .toList();
        results.forEach(result -> silo(LYON).results().keep(result));
        restart();
        silo(LYON).results().tidy(NOW.plus(Duration.ofDays(1)), 3);

        assertEquals(
                List.of(false, false, true, true, true),
                results.stream()
                        .map(result -> silo(LYON).results().ofJob(result.job()).equals(Optional.of(result)))
                        .toList());
        silo(LYON).results().removeOfJob(results.get(4).job());
        assertEquals(Optional.empty(), silo(LYON).results().ofJob(results.get(4).job()));
    }

    @Test
    void whatWasFoundInAnImportGoesWhenItIsUndone() {
        DataSet kept = TestImport.store(silo(LYON), "kept");
        DataSet undone = TestImport.store(silo(LYON), "undone");
        UserId reader = UserId.random();
        for (DataSet dataSet : List.of(kept, undone)) {
            UUID id = dataSet.id().value();
            silo(LYON).results().keep(new JobResult(id, dataSet.id(), dataSet.version(), NOW, "{}"));
            silo(LYON)
                    .results()
                    .add(new ShownResult(UUID.randomUUID(), reader, dataSet.id(), dataSet.version(), NOW, "{}"));
        }
        try (SiloTransaction transaction = silo(LYON).begin()) {
            transaction.undo(undone);
            transaction.commit();
        }

        assertEquals(Optional.empty(), silo(LYON).results().ofJob(undone.id().value()));
        assertEquals(List.of(), silo(LYON).results().shown(reader, undone.id()));
        assertNotEquals(Optional.empty(), silo(LYON).results().ofJob(kept.id().value()));
        assertEquals(1, silo(LYON).results().shown(reader, kept.id()).size());
    }

    @Test
    void theSameStateKeepsItsAddress() {
        PageState first = silo(LYON).states().keep(new PageState("abc", "digest", "{}", NOW));
        PageState again = silo(LYON).states().keep(new PageState("xyz", "digest", "{}", NOW.plusSeconds(60)));
        restart();

        assertEquals("abc", first.id());
        assertEquals("abc", again.id());
        assertEquals(
                Optional.of("{}"),
                silo(LYON).states().find("abc", NOW.plusSeconds(90)).map(PageState::content));
        assertEquals(Optional.empty(), silo(LYON).states().find("xyz", NOW));
        assertEquals(Optional.empty(), silo(LILLE).states().find("abc", NOW), "of another community");
    }

    @Test
    void statesThatNobodyUsesGo() {
        silo(LYON).states().keep(new PageState("old", "1", "{}", NOW));
        silo(LYON).states().keep(new PageState("opened", "2", "{}", NOW));
        silo(LYON).states().find("opened", NOW.plusSeconds(60));
        silo(LYON).states().removeUnused(NOW.plusSeconds(30));

        assertEquals(Optional.empty(), silo(LYON).states().find("old", NOW));
        assertNotEquals(Optional.empty(), silo(LYON).states().find("opened", NOW));
    }
}
