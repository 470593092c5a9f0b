package fr.sillage.store.silo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloCompaction;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloSpace;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.time.Retention;
import fr.sillage.engine.SharedCache;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.keys.internal.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Silos in Derby, a folder each; a silo that rests for {@value #IDLE_MINUTES} minutes is shut down. */
@Component
@Provides(specifications = {SiloStore.class, SiloCopies.class, SiloCompaction.class})
@Instantiate
public class DerbySiloStore implements SiloStore, SiloCopies, SiloCompaction, AutoCloseable {
    static final int IDLE_MINUTES = 5;

    /** A quarter of the memory is for decoded columns. */
    private static final int COLUMNS_PART = 4;

    static final String SPOOL = "spool";
    private static final int SWEEP_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(DerbySiloStore.class);

    private final Map<CommunityId, DerbySilo> silos = new HashMap<>();
    private final Map<CommunityId, LeasedDatabase> databases = new HashMap<>();
    private final SharedCache columns = new SharedCache(Runtime.getRuntime().maxMemory() / COLUMNS_PART);

    private final LongSupplier nanos;

    @Requires
    private DataHome home;

    private ScheduledExecutorService sweeper;

    /** For the component container, which sets the home and starts the store. */
    public DerbySiloStore() {
        this.nanos = System::nanoTime;
    }

    /** A store that is started already. */
    public DerbySiloStore(DataHome home) {
        this(home, System::nanoTime);
    }

    /** @param nanos the time, as {@code System.nanoTime}, by which readers are ended */
    DerbySiloStore(DataHome home, LongSupplier nanos) {
        this.nanos = nanos;
        this.home = home;
        start();
    }

    @Validate
    public final void start() {
        PrivateFiles.createFolder(home.silos());
        spools(EncryptedSpool::begin); // what an earlier process left
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("silo sweeper").factory());
        sweeper.scheduleWithFixedDelay(() -> rest(Duration.ofMinutes(IDLE_MINUTES)), 1, 1, TimeUnit.MINUTES);
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
        Retention retention = Retention.ofThisProcess();
        sweeper.scheduleWithFixedDelay(
                () -> spools(spool -> EncryptedSpool.expire(spool, retention)), 1, 1, TimeUnit.HOURS);
    }

    private void spools(Consumer<Path> work) {
        try (Stream<Path> folders = Files.list(home.silos())) {
            folders.map(silo -> silo.resolve(SPOOL)).forEach(work);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("the spools cannot be listed", e);
        }
    }

    /** Deletes what readers have left, and carries on what an earlier process had begun to erase. */
    private void sweep() {
        try (Stream<Path> folders = Files.list(home.silos())) {
            folders.filter(Sweeping::isErasing)
                    .map(folder ->
                            new CommunityId(UUID.fromString(folder.getFileName().toString())))
                    .forEach(this::silo);
        } catch (IOException | RuntimeException e) {
            LOG.error("silos cannot be swept", e);
        }
        opened().stream()
                .map(DerbySilo::sweeping)
                .filter(Sweeping::isUnfinished)
                .forEach(Sweeping::sweep);
    }

    private synchronized List<DerbySilo> opened() {
        return List.copyOf(silos.values());
    }

    @Override
    public void create(CommunityId community) {
        try {
            EncryptedDatabase.create(folder(community), name(community), home.secret());
        } catch (StoreException e) {
            throw new SiloException(e.getMessage(), e);
        }
    }

    @Override
    public Silo open(CommunityContext context) {
        context.require(Right.SEE_RESULTS);
        CommunityId community = context.community().id();
        try {
            DerbySilo silo = silo(community);
            silo.touch();
            return silo;
        } catch (StoreException e) {
            throw SiloAccess.failed(folder(community), e);
        }
    }

    @Override
    public void copy(CommunityId community, Path target) {
        silo(community).copyTo(target);
    }

    @Override
    public SiloSpace space(CommunityId community) {
        return within(community, DerbySilo::space);
    }

    @Override
    public Compacted compact(CommunityId community, JobControl job) {
        return within(community, silo -> silo.sweeping().compact(job));
    }

    private <R> R within(CommunityId community, Function<DerbySilo, R> work) {
        try {
            return work.apply(silo(community));
        } catch (StoreException e) {
            throw SiloAccess.failed(folder(community), e);
        }
    }

    @Override
    public MemoryUse memory() {
        return MemoryUse.of(columns.usage());
    }

    private synchronized DerbySilo silo(CommunityId community) {
        if (!silos.containsKey(community)) {
            silos.put(community, load(community));
        }
        return silos.get(community);
    }

    private DerbySilo load(CommunityId community) {
        Path folder = folder(community);
        String name = name(community);
        if (!EncryptedDatabase.exists(folder)) {
            throw new StoreException("there is no " + name);
        }
        KeyRing keys = EncryptedDatabase.keys(folder, name, home.secret());
        EncryptedSpool spool = new EncryptedSpool(folder.resolve(SPOOL), keys.spool());
        LeasedDatabase database = new LeasedDatabase(
                () -> EncryptedDatabase.open(folder, name, keys, DerbySilo.SCHEMA), InstantSource.system());
        databases.put(community, database);
        return new DerbySilo(community, folder, database, keys, spool, columns.share(community), nanos);
    }

    /** Shuts down what has rested so long. */
    synchronized void rest(Duration idle) {
        databases.forEach((community, database) -> {
            try {
                if (database.rest(idle)) {
                    columns.share(community).clear();
                }
            } catch (RuntimeException e) {
                LOG.error("{} cannot be shut down", name(community), e);
            }
        });
    }

    synchronized boolean isOpen(CommunityId community) {
        return databases.containsKey(community) && databases.get(community).isOpen();
    }

    @Override
    @Invalidate
    public final void close() {
        sweeper.shutdown(); // never interrupted: it may be shutting a database down
        closeAll();
    }

    private synchronized void closeAll() {
        databases.forEach((community, database) -> {
            try {
                database.close();
            } catch (RuntimeException e) {
                LOG.error("{} cannot be shut down", name(community), e);
            }
        });
        databases.keySet().forEach(community -> columns.share(community).clear());
        databases.clear();
        silos.clear();
    }

    private Path folder(CommunityId community) {
        return home.silos().resolve(community.value().toString());
    }

    static String name(CommunityId community) {
        return "silo " + community.value();
    }
}
