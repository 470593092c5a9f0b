package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.StaleDataSetException;
import fr.sillage.engine.TableId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The versions of data sets within one transaction. */
final class Versions {
    private static final String EARLIER =
            "SELECT v FROM DataSetVersion v WHERE v.dataSet = :id ORDER BY v.version DESC";
    private static final String MOVE =
            "UPDATE DataSet d SET d.version = :to" + " WHERE d.id = :id AND d.version = :from AND d.table = :table";

    private final EntityManager manager;
    private final List<TableId> dropped;

    /** @param dropped takes the tables that no version names any longer */
    Versions(EntityManager manager, List<TableId> dropped) {
        this.manager = manager;
        this.dropped = dropped;
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

    void replace(DataSet before, DataSet after) {
        move(before, after.version());
        List<VersionEntity> older = entities(manager, before);
        for (VersionEntity old :
                older.subList(Math.min(older.size(), SiloTransaction.KEPT_VERSIONS - 1), older.size())) {
            forget(old, before);
        }
        manager.persist(new VersionEntity(before));
        manager.find(DataSetEntity.class, before.id().value()).become(after);
    }

    Optional<DataSet> undo(DataSet present) {
        Optional<DataSet> last = earlier(manager, present).stream().findFirst();
        if (last.isPresent()) {
            rollBack(present, last.get());
        } else {
            move(present, 0);
            forget(present);
            manager.remove(manager.find(DataSetEntity.class, present.id().value()));
        }
        return last;
    }

    void rollBack(DataSet present, DataSet earlier) {
        List<VersionEntity> kept = entities(manager, present);
        VersionEntity wanted = kept.stream()
                .filter(version -> version.dataSet(present.name()).equals(earlier))
                .findFirst()
                .orElseThrow(StaleDataSetException::new);
        move(present, earlier.version());
        forget(present);
        for (VersionEntity after : kept.subList(0, kept.indexOf(wanted))) {
            forget(after, present);
        }
        manager.remove(wanted);
        manager.find(DataSetEntity.class, present.id().value()).become(earlier);
    }

    /** Locks the data set until the end of the transaction; nobody else moved it meanwhile. */
    private void move(DataSet from, int to) {
        int moved = manager.createQuery(MOVE)
                .setParameter("to", to)
                .setParameter("id", from.id().value())
                .setParameter("from", from.version())
                .setParameter("table", from.table().value())
                .executeUpdate();
        if (moved != 1) {
            throw new StaleDataSetException();
        }
    }

    /** The same version with other rows; what was found in it, and who saw it, is forgotten. */
    void rewrite(DataSet before, DataSet after, boolean present) {
        if (present) {
            move(before, after.version());
            manager.find(DataSetEntity.class, before.id().value()).become(after);
        } else {
            VersionEntity version =
                    manager.find(VersionEntity.class, before.table().value());
            if (version == null) {
                throw new StaleDataSetException();
            }
            manager.remove(version);
            manager.flush(); // its number is free
            manager.persist(new VersionEntity(after));
        }
        forget(before);
    }

    private void forget(VersionEntity version, DataSet of) {
        forget(version.dataSet(of.name()));
        manager.remove(version);
    }

    /** Its rows, what was found in them and who saw it. */
    private void forget(DataSet version) {
        drop(version.table());
        DerbyResults.forget(manager, version.id().value(), version.version());
    }

    private void drop(TableId table) {
        LeftOvers.note(manager, table);
        dropped.add(table);
    }
}
