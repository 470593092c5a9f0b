package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.StaleDataSetException;
import fr.sillage.engine.TableId;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The versions of data sets within one transaction. */
final class Versions {
    private static final String EARLIER =
            "SELECT v FROM DataSetVersion v WHERE v.dataSet = :id ORDER BY v.version DESC";
    private static final String MOVE = "UPDATE DataSet d SET d.version = :to WHERE d.id = :id AND d.version = :from";

    private final EntityManager manager;
    private final ChunkTable chunks;

    /** @param chunks of the same transaction */
    Versions(EntityManager manager, ChunkTable chunks) {
        this.manager = manager;
        this.chunks = chunks;
    }

    /** Before the present one, the latest first. */
    static List<DataSet> earlier(EntityManager manager, DataSet present) {
        return entities(manager, present).stream()
                .map(version -> version.dataSet(present.name()))
                .toList();
    }

    private static List<VersionEntity> entities(EntityManager manager, DataSet dataSet) {
        return manager.createQuery(EARLIER, VersionEntity.class)
                .setParameter("id", dataSet.id().value())
                .getResultList();
    }

    void replace(DataSet before, DataSet after) throws SQLException {
        move(before, after.version());
        List<VersionEntity> older = entities(manager, before);
        for (VersionEntity old :
                older.subList(Math.min(older.size(), SiloTransaction.KEPT_VERSIONS - 1), older.size())) {
            forget(old);
            DerbyResults.forget(manager, before.id().value(), old.version());
        }
        manager.persist(new VersionEntity(before));
        manager.find(DataSetEntity.class, before.id().value()).become(after);
    }

    Optional<DataSet> undo(DataSet present) throws SQLException {
        Optional<VersionEntity> last = entities(manager, present).stream().findFirst();
        chunks.delete(present.table());
        DerbyResults.forget(manager, present.id().value(), present.version());
        if (last.isEmpty()) {
            move(present, 0);
            manager.remove(manager.find(DataSetEntity.class, present.id().value()));
            return Optional.empty();
        }
        DataSet before = last.get().dataSet(present.name());
        move(present, before.version());
        manager.remove(last.get());
        manager.find(DataSetEntity.class, present.id().value()).become(before);
        return Optional.of(before);
    }

    /** Locks the data set until the end of the transaction; nobody else moved it meanwhile. */
    private void move(DataSet from, int to) {
        int moved = manager.createQuery(MOVE)
                .setParameter("to", to)
                .setParameter("id", from.id().value())
                .setParameter("from", from.version())
                .executeUpdate();
        if (moved != 1) {
            throw new StaleDataSetException();
        }
    }

    private void forget(VersionEntity version) throws SQLException {
        chunks.delete(new TableId(version.table()));
        manager.remove(version);
    }
}
