package fr.sillage.core.internal.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.Overviews;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SiloOverviewsTest extends OverviewsFixture {
    @Test
    void whereMemoryRunsOutEachColumnIsToldToHaveFailed() throws InterruptedException {
        DataSet data =
                category("a", 10, row -> "x").category("b", 10, row -> "y").stored();
        Silo full = (Silo) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Silo.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("chunks")) {
                        throw new OutOfMemoryError("made up");
                    }
                    return method.invoke(silos.open(reader), arguments);
                });
        SiloOverviews failing = new SiloOverviews(new SiloStore() {
            @Override
            public void create(CommunityId community) {
                throw new UnsupportedOperationException();
            }

            @Override
            public MemoryUse memory() {
                return silos.memory();
            }

            @Override
            public Silo open(CommunityContext context) {
                return full;
            }
        });
        Set<Integer> failed = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(2);
        failing.compute(reader, data.id(), (index, overview) -> {
            assertTrue(overview.isEmpty());
            failed.add(index);
            all.countDown();
        });
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals(Set.of(0, 1), failed);
        failing.stop();
    }

    @Test
    void whenThePlatformStopsWorkEndsWithoutBeingInterrupted() throws Exception {
        DataSet data =
                category("a", 10, row -> "x").category("b", 10, row -> "y").stored();
        List<Integer> told = new CopyOnWriteArrayList<>();
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch first = new CountDownLatch(1);
        overviews.compute(reader, data.id(), (index, overview) -> {
            overviews.stop();
            worker.set(Thread.currentThread());
            interrupted.set(Thread.currentThread().isInterrupted());
            told.add(index);
            first.countDown();
        });
        assertTrue(first.await(30, TimeUnit.SECONDS));
        worker.get().join();
        assertEquals(List.of(0), told);
        assertFalse(interrupted.get());
    }

    @Test
    void nothingIsKeptOfRowsOfWhichSomebodyWasErased() throws InterruptedException {
        DataSet data = category("a", 10, row -> "x").stored();
        ColumnOverview first = only(data);
        assertSame(first, only(data));
        overviews.forget(CommunityId.random());
        assertSame(first, only(data));

        overviews.forget(reader.community().id());

        assertNotSame(first, only(data));
    }

    private ColumnOverview only(DataSet data) throws InterruptedException {
        AtomicReference<ColumnOverview> only = new AtomicReference<>();
        CountDownLatch told = new CountDownLatch(1);
        overviews.compute(reader, data.id(), (index, overview) -> {
            only.set(overview.orElseThrow());
            told.countDown();
        });
        assertTrue(told.await(30, TimeUnit.SECONDS));
        return only.get();
    }

    @Test
    void aDataSetThatIsGoneTellsNothing() {
        Overviews.Listener nobody = (index, overview) -> {
            throw new AssertionError("told of " + index);
        };

        overviews.compute(reader, DataSetId.random(), nobody).run();
        assertEquals(Optional.empty(), silos.open(reader).dataSet(DataSetId.random()));
    }
}
