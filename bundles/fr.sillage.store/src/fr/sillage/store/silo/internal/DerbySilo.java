package fr.sillage.store.silo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Reject;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.HmacPseudonymiser;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.ReadingEndedException;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloSpace;
import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.StateStore;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkStore;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.Schema;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.database.internal.UuidConverter;
import fr.sillage.store.keys.internal.KeyRing;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A silo over a database that comes and goes with its use: whoever holds the silo need not care. */
final class DerbySilo implements Silo {
    static final Schema SCHEMA = new Schema(
            "silo",
            8,
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
                    ExportEntity.class,
                    UuidConverter.class,
                    InstantConverter.class));

    private final CommunityId community;
    private final Path folder;
    private final LeasedDatabase database;
    private final SiloAccess access;
    private final byte[] pseudonymKey;
    private final Spool spool;
    private final SharedCache.Share columns;
    private final Sweeping sweeping;
    private final ConcurrentMap<String, Pseudonymiser> pseudonymisers = new ConcurrentHashMap<>();

    /**
     * @param folder of the silo
     * @param columns where decoded columns of this silo are kept
     * @param nanos the time, as {@code System.nanoTime}
     */
    DerbySilo(
            CommunityId community,
            Path folder,
            LeasedDatabase database,
            KeyRing keys,
            Spool spool,
            SharedCache.Share columns,
            LongSupplier nanos) {
        this.columns = columns;
        this.community = community;
        this.folder = folder;
        this.database = database;
        this.access = new SiloAccess(folder, database);
        this.pseudonymKey = keys.pseudonyms();
        this.spool = spool;
        this.sweeping = new Sweeping(community, folder, database, new LeftOvers(database, columns, nanos));
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
        if (sweeping.isEnded(key.table())) {
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
        return new DerbyResults(access);
    }

    @Override
    public StateStore states() {
        return new DerbyStates(access);
    }

    @Override
    public DerbySiloTransaction begin() {
        return sweeping.begin();
    }

    @Override
    public Reading reading() {
        return sweeping.reading();
    }

    @Override
    public Erasure erase(Set<String> pseudonyms, UserId by, JobControl job) {
        Erasure done = new Erasing(this, pseudonyms, by, job).run();
        sweeping.sweep();
        return erasures().stream()
                .filter(erasure -> erasure.id().equals(done.id()))
                .findFirst()
                .orElse(done);
    }

    @Override
    public List<Erasure> erasures() {
        return sweeping.erasures();
    }

    @Override
    public void add(ExportRecord export) {
        ask(m -> {
            m.persist(new ExportEntity(export));
            return export;
        });
    }

    @Override
    public List<ExportRecord> exports() {
        return ask(
                m -> m
                        .createQuery("SELECT e FROM Export e ORDER BY e.exported DESC", ExportEntity.class)
                        .getResultList()
                        .stream()
                        .map(ExportEntity::record)
                        .toList());
    }

    SiloSpace space() {
        return SiloFiles.space(folder, access);
    }

    Sweeping sweeping() {
        return sweeping;
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
        return access.ask(work);
    }
}
