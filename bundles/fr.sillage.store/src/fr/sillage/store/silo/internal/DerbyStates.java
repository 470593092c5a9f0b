package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.PageState;
import fr.sillage.core.silo.StateStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** States of pages as entities. */
final class DerbyStates implements StateStore {
    private final SiloAccess silo;

    DerbyStates(SiloAccess silo) {
        this.silo = silo;
    }

    @Override
    public PageState keep(PageState state) {
        return silo.ask(m -> same(m, state.digest())
                .map(kept -> kept.used(state.used()).state())
                .orElseGet(() -> {
                    m.persist(new PageStateEntity(state));
                    return state;
                }));
    }

    private static Optional<PageStateEntity> same(EntityManager manager, String digest) {
        return manager
                .createQuery("SELECT s FROM PageState s WHERE s.digest = :digest", PageStateEntity.class)
                .setParameter("digest", digest)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<PageState> find(String id, Instant now) {
        return silo.ask(m -> Optional.ofNullable(m.find(PageStateEntity.class, id))
                .map(kept -> kept.used(now).state()));
    }

    @Override
    public void removeUnused(Instant since) {
        silo.ask(m -> m.createQuery("DELETE FROM PageState s WHERE s.used < :since")
                .setParameter("since", since)
                .executeUpdate());
    }
}
