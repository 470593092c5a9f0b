package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.ShownResult;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Results as entities. */
final class DerbyResults implements ResultStore {
    /** Works on the silo's entities in a transaction. */
    interface Access {
        <R> R ask(Function<EntityManager, R> work);
    }

    private final Access silo;

    DerbyResults(Access silo) {
        this.silo = silo;
    }

    @Override
    public List<ShownResult> shown(UserId by, DataSetId dataSet) {
        return silo.ask(m -> m
                .createQuery(
                        "SELECT s FROM ShownResult s WHERE s.by = :by AND s.dataSet = :dataSet ORDER BY s.shown, s.id",
                        ShownEntity.class)
                .setParameter("by", by.value())
                .setParameter("dataSet", dataSet.value())
                .getResultList()
                .stream()
                .map(ShownEntity::result)
                .toList());
    }

    @Override
    public void add(ShownResult result) {
        silo.<Void>ask(m -> {
            m.persist(new ShownEntity(result));
            return null;
        });
    }

    @Override
    public List<SavedAnalysis> saved() {
        return silo.ask(
                m -> m
                        .createQuery("SELECT s FROM SavedAnalysis s ORDER BY s.saved DESC", SavedEntity.class)
                        .getResultList()
                        .stream()
                        .map(SavedEntity::analysis)
                        .toList());
    }

    @Override
    public Optional<SavedAnalysis> saved(UUID id) {
        return silo.ask(m -> Optional.ofNullable(m.find(SavedEntity.class, id)).map(SavedEntity::analysis));
    }

    @Override
    public void save(SavedAnalysis analysis) {
        silo.<Void>ask(m -> {
            m.merge(new SavedEntity(analysis));
            return null;
        });
    }

    @Override
    public void remove(UUID id) {
        silo.<Void>ask(m -> {
            Optional.ofNullable(m.find(SavedEntity.class, id)).ifPresent(m::remove);
            return null;
        });
    }
}
