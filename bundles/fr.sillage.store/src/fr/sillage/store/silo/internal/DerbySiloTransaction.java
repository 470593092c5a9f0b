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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One transaction for entities and chunks. Chunks go to the database as they come; the catalogue follows at the
 * commit, so that nobody who reads it has to wait for an import.
 */
final class DerbySiloTransaction implements SiloTransaction {
    private static final String TAKEN = "23505";

    private final LeasedDatabase.Lease lease;
    private final EntityManager manager;
    private final ChunkTable table;
    private final Set<String> names = new HashSet<>();
    private boolean open = true;

    /** @param database leased until the end */
    DerbySiloTransaction(LeasedDatabase database) {
        lease = database.lease();
        manager = lease.begin();
        try {
            manager.setFlushMode(FlushModeType.COMMIT);
            manager.getTransaction().begin();
            table = new ChunkTable(manager);
        } catch (RuntimeException e) {
            close();
            throw StoreException.because("an import cannot be begun", e);
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
            throw new UncheckedIOException(new IOException(
                    "a chunk cannot be written", StoreException.because("the silo's database failed", e)));
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
            if (StoreException.hasState(e, TAKEN)) {
                throw new DuplicateNameException(); // another import was faster
            }
            StoreException told = StoreException.because("the silo's database failed", e);
            throw new SiloException("an import cannot be committed", told);
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
