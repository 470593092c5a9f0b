package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Reject;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One transaction for entities and chunks. Chunks go to the database as they come; the catalogue follows at the
 * commit, so that nobody who reads it has to wait for an import.
 */
final class DerbySiloTransaction implements SiloTransaction {
    private static final String CLEAR = "UPDATE REJECT SET CONTENT = '' WHERE IMPORT_RECORD = ?1 AND POSITION = ?2";

    private final LeasedDatabase.Lease lease;
    private final EntityManager manager;
    private final ChunkTable table;
    private final Set<String> names = new HashSet<>();
    private final List<TableId> dropped = new ArrayList<>();
    private final Ending ending;
    private boolean open = true;

    /** Who is told of the end of a transaction. */
    interface Ending {
        /** It is over, whether it was committed or not. */
        void ended();

        /** It was committed and is over; @param dropped tables that no version names any longer */
        void committed(List<TableId> dropped);
    }

    /** @param database leased until the end */
    DerbySiloTransaction(LeasedDatabase database, Ending ending) {
        lease = database.lease();
        manager = begun(lease);
        this.ending = ending;
        try {
            manager.setFlushMode(FlushModeType.COMMIT);
            manager.getTransaction().begin();
            table = new ChunkTable(manager);
        } catch (RuntimeException e) {
            close();
            throw StoreException.because("an import cannot be begun", e);
        }
    }

    private static EntityManager begun(LeasedDatabase.Lease lease) {
        try {
            return lease.begin();
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    @Override
    public ChunkSink chunks() {
        return this::write;
    }

    private void write(ChunkKey key, byte[] chunk) {
        requireOpen();
        try {
            table.write(key, chunk);
        } catch (SQLException e) {
            throw new UncheckedIOException(lease.failed("a chunk cannot be written", e));
        }
    }

    @Override
    public void add(DataSet dataSet) {
        requireOpen();
        boolean stored = manager.createQuery("SELECT COUNT(d) FROM DataSet d WHERE d.name = :name", Long.class)
                        .setParameter("name", dataSet.name())
                        .getSingleResult()
                > 0;
        if (stored || !names.add(dataSet.name())) {
            throw new DuplicateNameException();
        }
        manager.persist(new DataSetEntity(dataSet));
    }

    @Override
    public void replace(DataSet before, DataSet after) {
        requireOpen();
        versions().replace(before, after);
    }

    @Override
    public Optional<DataSet> undo(DataSet present) {
        requireOpen();
        return versions().undo(present);
    }

    @Override
    public void rollBack(DataSet present, DataSet earlier) {
        requireOpen();
        versions().rollBack(present, earlier);
    }

    /** Gives a version other rows. */
    void rewrite(DataSet before, DataSet after, boolean present) {
        requireOpen();
        versions().rewrite(before, after, present);
    }

    /** Forgets the content of the rejected rows that name somebody; that they were rejected, where and why stays. */
    void clearRejects(UUID importId, Predicate<String> named) {
        requireOpen();
        List<Reject> rejects = Optional.ofNullable(manager.find(ImportEntity.class, importId))
                .map(ImportEntity::rejects)
                .orElse(List.of());
        for (int position = 0; position < rejects.size(); position++) {
            if (named.test(rejects.get(position).content())) {
                manager.createNativeQuery(CLEAR)
                        .setParameter(1, UuidConverter.bytes(importId))
                        .setParameter(2, position)
                        .executeUpdate();
            }
        }
    }

    void add(Erasure erasure) {
        requireOpen();
        manager.persist(new ErasureEntity(erasure));
    }

    private Versions versions() {
        return new Versions(manager, dropped);
    }

    @Override
    public void undone(UUID importId, ImportRecord.Undone undone) {
        requireOpen();
        Optional.ofNullable(manager.find(ImportEntity.class, importId)).ifPresent(done -> done.undone(undone));
    }

    @Override
    public void add(ImportRecord record, List<Reject> rejects) {
        requireOpen();
        manager.persist(new ImportEntity(record, rejects));
    }

    @Override
    public void commit() {
        requireOpen();
        try {
            manager.getTransaction().commit();
        } catch (RuntimeException e) {
            if (StoreException.hasState(e, StoreException.TAKEN)) {
                throw new DuplicateNameException(); // another import was faster
            }
            throw new SiloException("an import cannot be committed", lease.failed("the commit failed", e));
        } finally {
            close();
        }
        ending.committed(dropped);
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try (lease;
                manager) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } finally {
            ending.ended();
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the transaction is over");
        }
    }
}
