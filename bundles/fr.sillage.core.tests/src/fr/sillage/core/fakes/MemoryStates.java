package fr.sillage.core.fakes;

import fr.sillage.core.silo.PageState;
import fr.sillage.core.silo.StateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** States of pages in memory. */
public final class MemoryStates implements StateStore {
    private final List<PageState> states = new ArrayList<>();

    @Override
    public PageState keep(PageState state) {
        return use(kept -> kept.digest().equals(state.digest()), state.used()).orElseGet(() -> {
            states.add(state);
            return state;
        });
    }

    @Override
    public Optional<PageState> find(String id, Instant now) {
        return use(kept -> kept.id().equals(id), now);
    }

    private Optional<PageState> use(Predicate<PageState> which, Instant now) {
        Optional<PageState> used = states.stream()
                .filter(which)
                .findFirst()
                .map(kept -> new PageState(kept.id(), kept.digest(), kept.content(), now));
        used.ifPresent(fresh -> states.replaceAll(kept -> which.test(kept) ? fresh : kept));
        return used;
    }

    @Override
    public void removeUnused(Instant since) {
        states.removeIf(kept -> kept.used().isBefore(since));
    }
}
