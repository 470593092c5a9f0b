package fr.sillage.core.internal.persons;

import fr.sillage.api.JobControl;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.persons.PersonRequests;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.felix.ipojo.annotations.Bind;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Unbind;

/** Requests of persons, answered in the silos. */
@Component
@Provides
@Instantiate
public class SiloPersonRequests implements PersonRequests {
    private static final String SCHEME = "scheme";
    private static final String KEY = "\\p{XDigit}{32}";

    private final SiloStore silos;
    private final List<HeldResults> held = new CopyOnWriteArrayList<>();

    public SiloPersonRequests(@Requires SiloStore silos) {
        this.silos = silos;
    }

    @Bind(aggregate = true, optional = true)
    public void addHeld(HeldResults results) {
        held.add(results);
    }

    @Unbind
    public void removeHeld(HeldResults results) {
        held.remove(results);
    }

    @Override
    public Erasure erase(CommunityContext context, String person, JobControl job) {
        context.require(Right.ERASE_PERSONS);
        if (person.isBlank()) {
            throw new IllegalArgumentException("nobody is named");
        }
        Silo silo = silos.open(context);
        try {
            return silo.erase(keys(silo, person.strip()), context.account().id(), job);
        } finally { // also where it failed after the rows were gone
            held.forEach(results -> results.forget(silo.community()));
        }
    }

    private static Set<String> keys(Silo silo, String person) {
        Set<String> keys = new HashSet<>();
        schemes(silo).forEach(scheme -> keys.add(silo.pseudonymiser(scheme).pseudonym(person)));
        if (person.matches(KEY)) {
            keys.add(person.toLowerCase(Locale.ROOT));
        }
        return keys;
    }

    /** Under which persons were ever imported. */
    private static Stream<String> schemes(Silo silo) {
        return silo.imports().stream()
                .flatMap(record -> record.plan().stream())
                .flatMap(plan -> plan.columns().stream())
                .flatMap(column -> column.treatment().parameters().get(SCHEME).stream())
                .map(String::strip)
                .filter(scheme -> !scheme.isEmpty())
                .distinct();
    }

    @Override
    public List<Erasure> erasures(CommunityContext context) {
        context.require(Right.ERASE_PERSONS);
        return silos.open(context).erasures();
    }
}
