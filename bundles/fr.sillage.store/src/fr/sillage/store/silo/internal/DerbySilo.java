package fr.sillage.store.silo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Reject;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.HmacPseudonymiser;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.ReadingEndedException;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.StateStore;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkStore;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.Schema;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.database.internal.UuidConverter;
import fr.sillage.store.keys.internal.KeyRing;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A silo over a database that comes and goes with its use: whoever holds the silo need not care. */
final class DerbySilo implements Silo {
    static final Schema SCHEMA = new Schema(
            "silo",
            6,
            List.of(
                    DataSetEntity.class,
                    VersionEntity.class,
                    PlanEntity.class,
                    FieldValue.class,
                    ImportEntity.class,
                    RejectValue.class,
                    ShownEntity.class,
                    SavedEntity.class,
                    SavedResultEntity.class,
                    JobResultEntity.class,
                    PageStateEntity.class,
                    LeftOverEntity.class,
                    ErasureEntity.class,
                    UuidConverter.class,
                    InstantConverter.class));

    private static final Logger LOG = LoggerFactory.getLogger(DerbySilo.class);
    private static final String ERASING = "erasing";

    /** Of what the database took back, because two got in each other's way. */
    private static final int ATTEMPTS = 5;

    /** For imports that run; while they go on, the next sweep tries again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CommunityId community;
    private final Path folder;
    private final LeasedDatabase database;
    private final byte[] pseudonymKey;
    private final Spool spool;
    private final SharedCache.Share columns;
    private final LeftOvers leftOvers;
    private final Writers writers = new Writers();
    private final ReentrantLock sweeping = new ReentrantLock();
    private volatile boolean unfinished = true;
    private final ConcurrentMap<String, Pseudonymiser> pseudonymisers = new ConcurrentHashMap<>();

    /**
     * @param folder of the silo
     * @param columns where decoded columns of this silo are kept
     */
    DerbySilo(
            CommunityId community,
            Path folder,
            LeasedDatabase database,
            KeyRing keys,
            Spool spool,
            SharedCache.Share columns) {
        this.folder = folder;
        this.columns = columns;
        this.community = community;
        this.database = database;
        this.pseudonymKey = keys.pseudonyms();
        this.spool = spool;
        this.leftOvers = new LeftOvers(database, columns, System::nanoTime);
    }

    @Override
    public CommunityId community() {
        return community;
    }

    @Override
    public List<DataSet> dataSets() {
        return ask(m ->
                m.createQuery("SELECT d FROM DataSet d ORDER BY d.name", DataSetEntity.class).getResultList().stream()
                        .map(DataSetEntity::dataSet)
                        .toList());
    }

    @Override
    public Optional<DataSet> dataSet(DataSetId id) {
        return ask(m ->
                Optional.ofNullable(m.find(DataSetEntity.class, id.value())).map(DataSetEntity::dataSet));
    }

    @Override
    public List<ImportRecord> imports() {
        return ask(m -> m
                .createQuery("SELECT i FROM ImportRecord i ORDER BY i.finished DESC", ImportEntity.class)
                .getResultList()
                .stream()
                .map(ImportEntity::record)
                .toList());
    }

    @Override
    public List<Reject> rejects(UUID importId) {
        return ask(m -> Optional.ofNullable(m.find(ImportEntity.class, importId))
                .map(ImportEntity::rejects)
                .orElse(List.of()));
    }

    @Override
    public List<DataSet> earlier(DataSetId id) {
        return ask(m -> Optional.ofNullable(m.find(DataSetEntity.class, id.value()))
                .map(present -> Versions.earlier(m, present.dataSet()))
                .orElse(List.of()));
    }

    @Override
    public List<SavedPlan> plans() {
        return ask(m -> m.createQuery("SELECT p FROM SavedPlan p", PlanEntity.class).getResultList().stream()
                .map(PlanEntity::saved)
                .toList());
    }

    @Override
    public void save(SavedPlan plan) {
        ask(m -> m.merge(new PlanEntity(plan)));
    }

    @Override
    public void removePlan(UUID plan) {
        ask(m -> {
            Optional.ofNullable(m.find(PlanEntity.class, plan)).ifPresent(m::remove);
            return plan;
        });
    }

    @Override
    public ChunkStore chunks() {
        return new Chunks();
    }

    /** Tables that are only there because somebody may still read them. */
    List<TableId> leftOvers() {
        return ask(LeftOvers::all);
    }

    /** The tables that chunks belong to, whether a data set names them or not. */
    List<UUID> tables() {
        return ask(m -> {
            try {
                return new ChunkTable(m).tables();
            } catch (SQLException e) {
                throw StoreException.because("the chunks cannot be listed", e);
            }
        });
    }

    private final class Chunks implements ChunkStore {
        @Override
        public Optional<byte[]> read(ChunkKey key) {
            return chunk(key);
        }

        @Override
        public SharedCache.Share columns() {
            return columns;
        }
    }

    private Optional<byte[]> chunk(ChunkKey key) {
        if (leftOvers.isEnded(key.table())) {
            throw new ReadingEndedException();
        }
        try {
            return ask(m -> read(m, key));
        } catch (SiloException e) {
            throw new UncheckedIOException(new IOException("a chunk cannot be read", e));
        }
    }

    private static Optional<byte[]> read(EntityManager manager, ChunkKey key) {
        try {
            return new ChunkTable(manager).read(key);
        } catch (SQLException e) {
            throw StoreException.because("a chunk cannot be read", e);
        }
    }

    @Override
    public Pseudonymiser pseudonymiser(String scheme) {
        return pseudonymisers.computeIfAbsent(scheme, s -> new HmacPseudonymiser(pseudonymKey, s));
    }

    @Override
    public Spool spool() {
        return spool;
    }

    @Override
    public ResultStore results() {
        return new DerbyResults(access());
    }

    @Override
    public StateStore states() {
        return new DerbyStates(access());
    }

    private DerbyResults.Access access() {
        return new DerbyResults.Access() {
            @Override
            public <R> R ask(Function<EntityManager, R> work) {
                return DerbySilo.this.ask(work);
            }
        };
    }

    @Override
    public DerbySiloTransaction begin() {
        writers.enter();
        try {
            return new DerbySiloTransaction(database, new DerbySiloTransaction.Ending() {
                @Override
                public void ended() {
                    writers.leave();
                }

                @Override
                public void committed(List<TableId> dropped) {
                    if (!dropped.isEmpty()) {
                        leftOvers.add(dropped);
                        if (!sweeping.isLocked()) { // else there is a next time
                            sweep();
                        }
                    }
                }
            });
        } catch (RuntimeException e) {
            writers.leave();
            throw failed(e);
        }
    }

    @Override
    public Reading reading() {
        return leftOvers.reading();
    }

    @Override
    public Erasure erase(Set<String> pseudonyms, UserId by, JobControl job) {
        Erasure done = new Erasing(this, pseudonyms, by, job).run();
        sweep();
        return erasures().stream()
                .filter(erasure -> erasure.id().equals(done.id()))
                .findFirst()
                .orElse(done);
    }

    @Override
    public List<Erasure> erasures() {
        return ask(
                m -> m
                        .createQuery("SELECT e FROM Erasure e ORDER BY e.erased DESC", ErasureEntity.class)
                        .getResultList()
                        .stream()
                        .map(ErasureEntity::erasure)
                        .toList());
    }

    /** Something is about to be erased: that stands in the folder, so that it is carried on after a crash. */
    void begun() {
        unfinished = true;
        try {
            Files.writeString(folder.resolve(ERASING), "");
        } catch (IOException e) {
            throw failed(new UncheckedIOException(e));
        }
    }

    /** Whether a silo in a folder has something left to be erased, for all that can be told without opening it. */
    static boolean isErasing(Path folder) {
        return Files.exists(folder.resolve(ERASING));
    }

    boolean isUnfinished() {
        return unfinished || !leftOvers.isEmpty();
    }

    /** Deletes what nobody reads any more, and completes erasures; does not fail: there is a next time. */
    void sweep() {
        sweeping.lock();
        try {
            List<UUID> erasures = erasures().stream()
                    .filter(erasure -> erasure.completed().isEmpty())
                    .map(Erasure::id)
                    .toList();
            if (leftOvers.sweep()) {
                complete(erasures);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "silo {} cannot be swept now: {}",
                    community.value(),
                    e.getClass().getName());
        } finally {
            sweeping.unlock();
        }
    }

    private void complete(List<UUID> erasures) {
        if (erasures.isEmpty()) {
            unfinished =
                    erasures().stream().anyMatch(erasure -> erasure.completed().isEmpty());
            return;
        }
        writers.alone(PATIENCE, () -> {
            try (LeasedDatabase.Lease lease = database.lease()) {
                new Purge(lease, EncryptedDatabase.log(folder)).run();
                lease.<Void>inTransaction(m -> {
                    m.createQuery("UPDATE Erasure e SET e.completed = :now WHERE e.id IN :ids")
                            .setParameter("now", Instant.now())
                            .setParameter("ids", erasures)
                            .executeUpdate();
                    return null;
                });
                unfinished = false;
                Files.deleteIfExists(folder.resolve(ERASING));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Boots the database, to see whether that can be done. */
    void touch() {
        database.lease().close();
    }

    /** Copies the database into a folder, as it is at one moment. */
    void copyTo(Path target) {
        try (LeasedDatabase.Lease lease = database.lease()) {
            lease.copyTo(target);
        }
    }

    private <R> R ask(Function<EntityManager, R> work) {
        return ask(work, 1);
    }

    private <R> R ask(Function<EntityManager, R> work, int attempt) {
        try (LeasedDatabase.Lease lease = database.lease()) {
            return lease.inTransaction(work);
        } catch (RuntimeException e) {
            if (StoreException.hasState(e, StoreException.DEADLOCK) && attempt < ATTEMPTS) {
                return ask(work, attempt + 1); // taken back as a whole, so it can be done again
            }
            if (StoreException.hasState(e, StoreException.TAKEN)) {
                throw new DuplicateNameException();
            }
            throw failed(e);
        }
    }

    private SiloException failed(RuntimeException failure) {
        return failed(folder, failure);
    }

    /** What to say; that the folder of the silo cannot be written, where that is so. */
    static SiloException failed(Path folder, RuntimeException failure) {
        StoreException told = StoreException.because("the silo's database failed", failure);
        return new SiloException(
                told.getMessage(),
                EncryptedDatabase.isWritable(folder) ? told : new NotWritableException(new IOException(told)));
    }
}
