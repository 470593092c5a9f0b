package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.SiloSpace;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableReader;
import fr.sillage.engine.TableWriter;
import fr.sillage.store.internal.TestHome;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final CommunityId LYON = CommunityId.random();
    private static final CrashState.Part SMALL = CrashState.Part.of(1, 5_000);
    private static final CrashState.Part LARGE = CrashState.Part.of(2, 150_000);

    @TempDir
    Path data;

    private DerbySiloStore store;

    @BeforeEach
    void open() {
        store = new DerbySiloStore(TestHome.in(data));
        store.create(LYON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private DerbySilo lyon() {
        return (DerbySilo) store.open(TestContext.of(LYON));
    }

    private DataSet store(Optional<DataSet> before, CrashState.Part part) {
        try (SiloTransaction transaction = lyon().begin()) {
            TableId table = TableId.random();
            TableWriter writer = new TableWriter(transaction.chunks(), table, CrashData.fields());
            CrashData.rows(part, writer::append);
            DataSet after = new DataSet(
                    before.map(DataSet::id).orElseGet(DataSetId::random),
                    "stages",
                    before.map(DataSet::version).orElse(0) + 1,
                    table,
                    CrashData.fields(),
                    writer.finish(),
                    Instant.EPOCH,
                    "");
            if (before.isPresent()) {
                transaction.replace(before.get(), after);
            } else {
                transaction.add(after);
            }
            transaction.commit();
            return after;
        }
    }

    private void undo(DataSet present) {
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.undo(present);
            transaction.commit();
        }
    }

    private CrashData.Digest digest(DataSet version) {
        return CrashData.digest(
                new TableReader(new StoredTable(lyon().chunks(), version.table(), version.fields(), version.rows())));
    }

    @Test
    void whatVersionsThatAreGoneTookIsGivenBackAndWhatIsThereStays() throws InterruptedException {
        DataSet first = store(Optional.empty(), SMALL);
        SiloSpace small = store.space(LYON);
        undo(store(Optional.of(first), LARGE));
        SiloSpace before = reclaimed(small);
        List<Double> progress = new ArrayList<>();

        Compacted done = store.compact(LYON, new JobControl() {
            @Override
            public void progress(double fraction) {
                progress.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        long given = done.before() - done.after();
        assertTrue(given > 1_000_000, given + " of " + before);
        assertTrue(store.space(LYON).free() < before.free() / 4);
        assertEquals(1, progress.getLast());
        assertEquals(CrashData.digest(List.of(SMALL)), digest(first));
        assertEquals(Optional.of(done), Compacted.of(done.text()));
        assertEquals(
                List.of(),
                SiloCheck.of(TestHome.in(data).silos().resolve(LYON.value().toString()), LYON, closed())
                        .problems());
    }

    /** The database sees by itself, a moment after their deletion, that pages are free. */
    private SiloSpace reclaimed(SiloSpace small) throws InterruptedException {
        SiloSpace space = store.space(LYON);
        for (int i = 0; i < 600 && space.free() < small.free() + 1_000_000; i++) {
            Thread.sleep(100);
            space = store.space(LYON);
        }
        assertTrue(space.free() > small.free() + 1_000_000, small + " " + space);
        return space;
    }

    private MasterSecret closed() {
        store.close();
        return TestHome.in(data).secret();
    }

    @Test
    void whoReadsReadsOn() {
        DataSet first = store(Optional.empty(), LARGE);
        try (Reading reading = lyon().reading()) {
            store(Optional.of(first), SMALL);
            undo(lyon().dataSet(first.id()).orElseThrow());
            undo(first);
            store.compact(LYON, JobControl.NONE);
            assertEquals(CrashData.digest(List.of(LARGE)), digest(first));
        }
    }

    @Test
    void cancelledItLeavesAllAsItWas() {
        DataSet first = store(Optional.empty(), SMALL);
        assertThrows(
                JobCancelledException.class,
                () -> store.compact(LYON, new JobControl() {
                    @Override
                    public void progress(double fraction) {
                        // nobody looks
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }));
        assertEquals(CrashData.digest(List.of(SMALL)), digest(first));
        undo(first);
    }
}
