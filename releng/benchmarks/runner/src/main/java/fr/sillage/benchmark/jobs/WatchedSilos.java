package fr.sillage.benchmark.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.ChunkStore;
import java.util.Map;

/** Encrypted silos, of which the trigger learns what is read and written. */
record WatchedSilos(SiloStore store, Trigger trigger) implements SiloStore {
    @Override
    public void create(CommunityId community) {
        store.create(community);
    }

    @Override
    public Silo open(CommunityContext context) {
        return Watched.of(
                Silo.class,
                store.open(context),
                Map.of(),
                Map.of("chunks", this::chunks, "begin", transaction -> transaction((SiloTransaction) transaction)));
    }

    @Override
    public MemoryUse memory() {
        return store.memory();
    }

    private Object chunks(Object chunks) {
        return Watched.of(
                ChunkStore.class, (ChunkStore) chunks, Map.of("read", () -> trigger.reached(Stage.SCAN)), Map.of());
    }

    private SiloTransaction transaction(SiloTransaction transaction) {
        return Watched.of(
                SiloTransaction.class,
                transaction,
                Map.of("commit", () -> trigger.reached(Stage.COMMIT)),
                Map.of(
                        "chunks",
                        sink -> Watched.of(
                                ChunkSink.class,
                                (ChunkSink) sink,
                                Map.of("write", () -> trigger.reached(Stage.WRITE)),
                                Map.of())));
    }
}
