package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Reject;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkSink;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One transaction for entities and chunks. Chunks go to the database as they come; the catalogue follows at the
 * commit, so that nobody who reads it has to wait for an import.
 */
final class DerbySiloTransaction implements SiloTransaction {
    private final LeasedDatabase.Lease lease;
    private final EntityManager manager;
    private final ChunkTable table;
    private final Set<String> names = new HashSet<>();
    private boolean open = true;

    /** @param database leased until the end */
    DerbySiloTransaction(LeasedDatabase database) {
        lease = database.lease();
        manager = begun(lease);
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
        changed(versions -> {
            versions.replace(before, after);
            return after;
        });
    }

    @Override
    public Optional<DataSet> undo(DataSet present) {
        return changed(versions -> versions.undo(present));
    }

    /** What is done to versions. */
    private interface Change<T> {
        T apply(Versions versions) throws SQLException;
    }

    private <T> T changed(Change<T> change) {
        requireOpen();
        try {
            return change.apply(new Versions(manager, table));
        } catch (SQLException e) {
            StoreException told = StoreException.because("the silo's database failed", e);
            throw new SiloException("a data set cannot be changed", told);
        }
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
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the transaction is over");
        }
    }
}
