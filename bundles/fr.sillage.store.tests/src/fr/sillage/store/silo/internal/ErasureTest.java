package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Reject;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.ReadingEndedException;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.StaleDataSetException;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableReader;
import fr.sillage.engine.TableWriter;
import fr.sillage.store.internal.TestHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
    private static final CommunityId LYON = CommunityId.random();
    private static final UserId OFFICER = UserId.random();
    private static final int PERSON = 17;
    private static final Set<String> KEYS = Set.of(CrashData.person(PERSON));
    private static final int SAMPLE = 24;

    @TempDir
    Path data;

    private TestHome home;
    private DerbySiloStore store;

    @BeforeEach
    void open() {
        home = TestHome.in(data);
        store = new DerbySiloStore(home);
        store.create(LYON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private DerbySilo lyon() {
        return (DerbySilo) store.open(TestContext.of(LYON));
    }

    private Path folder() {
        return home.silos().resolve(LYON.value().toString());
    }

    private DataSet store(String name, Optional<DataSet> before, List<CrashState.Part> parts) {
        try (SiloTransaction transaction = lyon().begin()) {
            TableId table = TableId.random();
            TableWriter writer = new TableWriter(transaction.chunks(), table, CrashData.fields());
            parts.forEach(part -> CrashData.rows(part, writer::append));
            DataSet after = new DataSet(
                    before.map(DataSet::id).orElseGet(DataSetId::random),
                    name,
                    before.map(DataSet::version).orElse(0) + 1,
                    table,
                    CrashData.fields(),
                    writer.finish(),
                    Instant.ofEpochSecond(1_700_000_000L),
                    "");
            if (before.isPresent()) {
                transaction.replace(before.get(), after);
            } else {
                transaction.add(after);
            }
            transaction.add(TestImport.record(after, after.imported()), TestImport.rejects());
            transaction.commit();
            return after;
        }
    }

    private CrashData.Digest digest(DataSet version) {
        return CrashData.digest(
                new TableReader(new StoredTable(lyon().chunks(), version.table(), version.fields(), version.rows())));
    }

    private static final CrashState.Part FIRST = CrashState.Part.of(1, 70_000);
    private static final CrashState.Part SECOND = CrashState.Part.of(2, 5_000);

    /** Pieces of all chunks of a version. */
    private List<byte[]> samples(DataSet version) {
        List<byte[]> samples = new ArrayList<>();
        for (int column = 0; column < version.fields().size(); column++) {
            for (ChunkKey.Kind kind : ChunkKey.Kind.values()) {
                for (int number = 0; ; number++) {
                    Optional<byte[]> chunk = lyon().chunks().read(new ChunkKey(version.table(), column, kind, number));
                    if (chunk.isEmpty()) {
                        break;
                    }
                    for (int at = 0; at + SAMPLE <= chunk.get().length; at += 8 * SAMPLE) {
                        samples.add(Arrays.copyOfRange(chunk.get(), at, at + SAMPLE));
                    }
                }
            }
        }
        return samples;
    }

    private List<byte[]> without(List<byte[]> samples, DataSet version) {
        StringBuilder live = new StringBuilder();
        for (int column = 0; column < version.fields().size(); column++) {
            for (ChunkKey.Kind kind : ChunkKey.Kind.values()) {
                for (int number = 0; ; number++) {
                    Optional<byte[]> chunk = lyon().chunks().read(new ChunkKey(version.table(), column, kind, number));
                    if (chunk.isEmpty()) {
                        break;
                    }
                    live.append(new String(chunk.get(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        String all = live.toString();
        return samples.stream()
                .filter(sample -> !all.contains(new String(sample, StandardCharsets.ISO_8859_1)))
                .toList();
    }

    private long inFiles(List<byte[]> samples) throws Exception {
        return DecryptedFiles.of(folder(), DerbySiloStore.name(LYON), home.secret())
                .found(samples);
    }

    @Test
    void thePersonIsGoneFromAllVersionsAndNoPageNorTheLogHoldsTheRows() throws Exception {
        DataSet first = store("stages", Optional.empty(), List.of(FIRST));
        DataSet second = store("stages", Optional.of(first), List.of(FIRST, SECOND));
        DataSet other = store("others", Optional.empty(), List.of(SECOND));
        List<byte[]> samples = new ArrayList<>(samples(first));
        samples.addAll(samples(second));
        samples.addAll(samples(other));
        assertTrue(inFiles(samples) > samples.size() * 9 / 10, "what is there is found in the files");

        Erasure erasure = lyon().erase(KEYS, OFFICER, JobControl.NONE);

        assertEquals(2, erasure.dataSets());
        assertEquals(OFFICER, erasure.by());
        assertTrue(erasure.completed().isPresent());
        assertEquals(List.of(erasure), lyon().erasures());
        DataSet present = lyon().dataSet(first.id()).orElseThrow();
        DataSet before = lyon().earlier(first.id()).getFirst();
        DataSet others = lyon().dataSet(other.id()).orElseThrow();
        assertEquals(CrashData.digest(List.of(FIRST.without(PERSON), SECOND.without(PERSON))), digest(present));
        assertEquals(CrashData.digest(List.of(FIRST.without(PERSON))), digest(before));
        assertEquals(CrashData.digest(List.of(SECOND.without(PERSON))), digest(others));
        List<byte[]> gone = without(without(without(samples, present), before), others);
        assertTrue(gone.size() > samples.size() / 3, "rows taken out make other chunks");
        assertEquals(0, inFiles(gone));
        store.close();
        assertEquals(0, inFiles(gone));
        store = new DerbySiloStore(home);
        try (SiloTransaction transaction = lyon().begin()) {
            assertEquals(Optional.of(before), transaction.undo(present), "going back brings nobody back");
            transaction.commit();
        }
        assertFalse(Sweeping.isErasing(folder()));
    }

    @Test
    void goingBackToAnOlderVersionBringsNobodyBack() throws Exception {
        DataSet first = store("stages", Optional.empty(), List.of(SECOND));
        DataSet second = store("stages", Optional.of(first), List.of(FIRST));
        DataSet third = store("stages", Optional.of(second), List.of(FIRST, SECOND));
        List<byte[]> samples = samples(first);
        lyon().erase(KEYS, OFFICER, JobControl.NONE);
        DataSet present = lyon().dataSet(third.id()).orElseThrow();
        DataSet oldest = lyon().earlier(first.id()).getLast();
        assertEquals(1, oldest.version());

        try (SiloTransaction transaction = lyon().begin()) {
            assertThrows(StaleDataSetException.class, () -> transaction.rollBack(present, first), "as it was before");
        }
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.rollBack(present, oldest);
            transaction.commit();
        }

        assertEquals(List.of(oldest), lyon().dataSets());
        assertEquals(List.of(), lyon().earlier(first.id()));
        assertEquals(CrashData.digest(List.of(SECOND.without(PERSON))), digest(oldest));
        List<byte[]> gone = without(samples, oldest);
        assertTrue(gone.size() > samples.size() / 3);
        assertEquals(0, inFiles(gone));
    }

    @Test
    void rejectedRowsThatNameThePersonAreCleared() throws Exception {
        store("stages", Optional.empty(), List.of(SECOND));
        String identifier = TestImport.identifiers().get(3);
        List<byte[]> raw = List.of(identifier.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, inFiles(raw));

        lyon().erase(Set.of(lyon().pseudonymiser("numen").pseudonym(identifier)), OFFICER, JobControl.NONE);

        List<Reject> rejects = lyon().rejects(lyon().imports().getFirst().id());
        List<Reject> expected = new ArrayList<>(TestImport.rejects());
        Reject cleared = expected.get(3);
        expected.set(3, new Reject(cleared.line(), cleared.column(), cleared.reason(), ""));
        assertEquals(expected, rejects);
        assertEquals(0, inFiles(raw));
        assertEquals(1, inFiles(List.of(TestImport.identifiers().get(4).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whoReadsReadsOnAndTheRowsGoWhenTheLastOfThemHasEnded() throws Exception {
        DataSet first = store("stages", Optional.empty(), List.of(SECOND));
        DerbySilo silo = lyon();
        try (Reading reading = silo.reading()) {
            assertTrue(silo.erase(KEYS, OFFICER, JobControl.NONE).completed().isEmpty());
            assertEquals(CrashData.digest(List.of(SECOND)), digest(first));
            assertTrue(Sweeping.isErasing(folder()));
            silo.sweeping().sweep();
            assertEquals(CrashData.digest(List.of(SECOND)), digest(first));
            try (Reading later = silo.reading()) {
                reading.close();
                silo.sweeping().sweep();
                assertTrue(silo.erasures().getFirst().completed().isPresent(), "who begins later reads the new rows");
            }
        }
        assertTrue(silo.chunks()
                .read(new ChunkKey(first.table(), 0, ChunkKey.Kind.VALUES, 0))
                .isEmpty());
    }

    @Test
    void whoStillReadsAfterTenMinutesIsEndedAndNothingHoldsTheRowsThen() throws Exception {
        store.close();
        AtomicLong nanos = new AtomicLong();
        store = new DerbySiloStore(home, nanos::get);
        DataSet first = store("stages", Optional.empty(), List.of(SECOND));
        List<byte[]> samples = samples(first);
        DerbySilo silo = lyon();
        Reading reading = silo.reading();
        assertTrue(silo.erase(KEYS, OFFICER, JobControl.NONE).completed().isEmpty());
        TableReader reader =
                new TableReader(new StoredTable(silo.chunks(), first.table(), first.fields(), first.rows()));
        nanos.addAndGet(Duration.ofMinutes(Reading.MINUTES).toNanos());
        silo.sweeping().sweep();
        assertEquals(5_000, reader.codes(1, 0).length, "ten minutes are not over");

        nanos.addAndGet(1);
        silo.sweeping().sweep();

        assertTrue(silo.erasures().getFirst().completed().isPresent());
        Throwable told = assertThrows(RuntimeException.class, () -> digest(first));
        assertTrue(ReadingEndedException.isBehind(told), told.toString());
        assertEquals(
                List.of(),
                lyon().leftOvers().stream().filter(first.table()::equals).toList());
        List<byte[]> gone = without(samples, lyon().dataSet(first.id()).orElseThrow());
        assertEquals(0, inFiles(gone));
        reading.close();
        silo.sweeping().sweep();
        assertFalse(silo.sweeping().isUnfinished());
    }

    @Test
    void anErasureThatWasInterruptedIsCarriedOnAtTheNextStart() throws Exception {
        DataSet first = store("stages", Optional.empty(), List.of(SECOND));
        Reading never = lyon().reading();
        lyon().erase(KEYS, OFFICER, JobControl.NONE);
        store.close();
        assertTrue(Files.exists(folder().resolve("erasing")));
        store = new DerbySiloStore(home);
        lyon().sweeping().sweep();
        assertTrue(lyon().erasures().getFirst().completed().isPresent());
        assertTrue(lyon().chunks()
                .read(new ChunkKey(first.table(), 0, ChunkKey.Kind.VALUES, 0))
                .isEmpty());
        never.close();
    }

    @Test
    void anImportThatBeganBeforeDoesNotBringThePersonBack() {
        DataSet first = store("stages", Optional.empty(), List.of(SECOND));
        DataSet stale =
                new DataSet(first.id(), first.name(), 2, TableId.random(), first.fields(), 0, first.imported(), "");
        try (SiloTransaction late = lyon().begin()) {
            lyonErases();
            assertThrows(StaleDataSetException.class, () -> late.replace(first, stale));
        }
    }

    private void lyonErases() {
        new Erasing(lyon(), KEYS, OFFICER, JobControl.NONE).run();
    }

    @Test
    void nothingIsChangedWherePersonIsUnknown() {
        DataSet first = store("stages", Optional.empty(), List.of(SECOND));
        assertEquals(0, lyon().erase(Set.of("nobody"), OFFICER, JobControl.NONE).dataSets());
        assertEquals(List.of(first), lyon().dataSets());
    }
}
