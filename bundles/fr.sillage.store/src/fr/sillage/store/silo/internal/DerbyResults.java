package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.JobResult;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.ShownResult;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results as entities. */
final class DerbyResults implements ResultStore {
    private final SiloAccess silo;

    DerbyResults(SiloAccess silo) {
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
    public Optional<String> savedResult(UUID id) {
        return silo.ask(
                m -> Optional.ofNullable(m.find(SavedResultEntity.class, id)).map(SavedResultEntity::content));
    }

    @Override
    public void save(SavedAnalysis analysis, String result) {
        silo.<Void>ask(m -> {
            m.merge(new SavedEntity(analysis));
            m.merge(new SavedResultEntity(analysis.id(), result));
            return null;
        });
    }

    @Override
    public void update(SavedAnalysis analysis) {
        silo.<Void>ask(m -> {
            Optional.ofNullable(m.find(SavedEntity.class, analysis.id())).ifPresent(kept -> kept.become(analysis));
            return null;
        });
    }

    @Override
    public void remove(UUID id) {
        silo.<Void>ask(m -> {
            Optional.ofNullable(m.find(SavedEntity.class, id)).ifPresent(m::remove);
            Optional.ofNullable(m.find(SavedResultEntity.class, id)).ifPresent(m::remove);
            return null;
        });
    }

    @Override
    public void keep(JobResult result) {
        silo.<Void>ask(m -> {
            m.merge(new JobResultEntity(result));
            return null;
        });
    }

    @Override
    public Optional<JobResult> ofJob(UUID job) {
        return silo.ask(
                m -> Optional.ofNullable(m.find(JobResultEntity.class, job)).map(JobResultEntity::result));
    }

    @Override
    public void removeOfJob(UUID job) {
        silo.<Void>ask(m -> {
            Optional.ofNullable(m.find(JobResultEntity.class, job)).ifPresent(m::remove);
            return null;
        });
    }

    @Override
    public void tidy(Instant since, int most) {
        silo.<Void>ask(m -> {
            m.createQuery("DELETE FROM JobResult r WHERE r.stored < :since")
                    .setParameter("since", since)
                    .executeUpdate();
            m.createQuery("SELECT r.id FROM JobResult r ORDER BY r.stored DESC", UUID.class)
                    .setFirstResult(most)
                    .getResultList()
                    .forEach(id -> m.createQuery("DELETE FROM JobResult r WHERE r.id = :id")
                            .setParameter("id", id)
                            .executeUpdate());
            return null;
        });
    }

    /** What was found in a version, and who saw it, goes with its rows: the next one may get the same number. */
    static void forget(EntityManager manager, UUID dataSet, int version) {
        for (String entity : List.of("JobResult", "ShownResult")) {
            manager.createQuery("DELETE FROM " + entity + " r WHERE r.dataSet = :dataSet AND r.version = :version")
                    .setParameter("dataSet", dataSet)
                    .setParameter("version", version)
                    .executeUpdate();
        }
    }
}
