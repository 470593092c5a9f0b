package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.ProposedField;
import fr.sillage.core.community.CommunityContext;
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
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.TableId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Input beyond what anybody would expect: a clear refusal, or bounded work. */
class WideInputTest {
    private static final String SOURCE = "test.rows";

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext manager = Members.standIn();

    private static Extensions extensions(int columns) {
        List<ProposedField> fields = IntStream.range(0, columns)
                .mapToObj(i -> new ProposedField(
                        new Field("c" + i, Type.CATEGORY, Set.of(), Privacy.OTHER), ValueFormat.of(Type.CATEGORY)))
                .toList();
        List<List<String>> rows =
                List.of(IntStream.range(0, columns).mapToObj(i -> "v").toList());
        return new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, fields, rows))));
    }

    private static ColumnPlan column(String name) {
        return new ColumnPlan(
                new Field(name, Type.CATEGORY, Set.of(), Privacy.OTHER), ValueFormat.of(Type.CATEGORY), Treatment.KEEP);
    }

    @Test
    void tenThousandColumnsAreRefusedWithTheirNumber() throws ImportException {
        ImportException refused = assertThrows(
                ImportException.class,
                () -> new Proposer(extensions(10_000))
                        .propose(RowsSource.FILE, extensions(10_000).sources()));

        assertEquals("file.columns.many", refused.reason().key().key());
        assertEquals(List.of(10_000, 2_000), refused.reason().arguments());
        assertEquals(
                2_000,
                new Proposer(extensions(2_000))
                        .propose(RowsSource.FILE, extensions(2_000).sources())
                        .plan()
                        .columns()
                        .size());
    }

    @Test
    void aReaderThatFindsMoreColumnsThanWereDetectedIsStoppedToo() {
        Sampler sampler = new Sampler(1);
        ImportException refused = assertThrows(
                ImportException.class,
                () -> new FileReading(extensions(2_001))
                        .any(RowsSource.FILE, SOURCE, Values.NONE, JobControl.NONE, sampler, sampler));

        assertEquals("file.columns.many", refused.reason().key().key());
    }

    @Test
    void fiveMillionDifferentValuesAreCountedInBoundedMemory() {
        ColumnProfiler profiler = new ColumnProfiler(column("id"));
        String[] batch = new String[50_000];
        for (int first = 0; first < 5_000_000; first += batch.length) {
            for (int i = 0; i < batch.length; i++) {
                batch[i] = "person-" + (first + i);
            }
            profiler.see(batch);
        }

        ColumnProfile profile = profiler.profile();
        assertEquals(5_000_000, profile.rows());
        assertEquals(ColumnProfile.MOST_DISTINCT, profile.distinct());
    }

    @Test
    void aColumnOfMoreDifferentValuesThanMemoryTakesIsNamedAndNothingIsStored() throws ImportException {
        silos.create(manager.community().id());
        List<ProposedField> fields = Stream.of("kind", "id")
                .map(name -> new ProposedField(
                        new Field(name, Type.CATEGORY, Set.of(), Privacy.OTHER), ValueFormat.of(Type.CATEGORY)))
                .toList();
        List<List<String>> rows = IntStream.range(0, 3_000)
                .mapToObj(i -> List.of("kind " + i % 9, "id " + i))
                .toList();
        Extensions extensions =
                new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, fields, rows))));
        MemoryBudget budget = new MemoryBudget(32_000);
        ImportPipeline pipeline = new ImportPipeline(
                extensions,
                new FakeEnabling(extensions),
                silos,
                new SiloPlans(extensions, silos),
                new ImportMemory(budget, budget));
        ImportPlan plan = new ImportPlan("wide", SOURCE, Values.NONE, List.of(column("kind"), column("id")), "");

        ImportException refused = assertThrows(
                ImportException.class, () -> pipeline.run(manager, RowsSource.FILE, plan, false, JobControl.NONE));

        assertEquals("plan.values.many", refused.reason().key().key());
        assertEquals("id", refused.reason().arguments().getFirst());
        assertEquals(List.of(), silos.open(manager).dataSets());
        assertEquals(0, budget.taken(), "for the next import");
    }

    @Test
    void aClockThatIsSetBackDoesNotEndAnImportBeforeItsBeginning() throws ImportException {
        silos.create(manager.community().id());
        Deque<Instant> times =
                new ArrayDeque<>(List.of(Instant.parse("2026-11-02T08:00:00Z"), Instant.parse("2025-01-01T00:00:00Z")));
        ImportPlan plan = new ImportPlan("stages", SOURCE, Values.NONE, List.of(column("a")), "");

        ImportRecord record = new ImportRun(
                        manager, silos.open(manager), () -> times.size() > 1 ? times.pop() : times.peek())
                .run(
                        UUID.randomUUID(),
                        RowsSource.FILE,
                        new ImportRequest(plan, Target.NEW, false),
                        (file, p, present, chunks, pseudonymisers, accept, job) -> new Loaded(
                                TableId.random(), List.of(column("a").field()), 0, 0, 0, Optional.empty(), List.of()),
                        JobControl.NONE);

        assertFalse(record.finished().isBefore(record.started()));
        assertEquals(
                record.finished(), silos.open(manager).dataSets().getFirst().imported());
    }
}
