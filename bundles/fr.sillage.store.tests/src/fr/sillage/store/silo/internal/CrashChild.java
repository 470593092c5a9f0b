package fr.sillage.store.silo.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.store.internal.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/** A process that changes silos without end, until it is killed, and writes down what it does. */
final class CrashChild {
    private final TestHome home;
    private final DerbySiloStore store;
    private final CrashJournal journal;
    private final SplittableRandom random;
    private final Map<UUID, CrashState> silos = new TreeMap<>();

    private CrashChild(TestHome home, DerbySiloStore store, CrashJournal journal, SplittableRandom random)
            throws IOException {
        this.home = home;
        this.store = store;
        this.journal = journal;
        this.random = random;
        journal.read().forEach((silo, told) -> silos.put(silo, told.done()));
    }

    /** Arguments: the data folder, the journal, a seed. */
    public static void main(String[] arguments) throws IOException {
        TestHome home = TestHome.in(Path.of(arguments[0]));
        CrashJournal journal = new CrashJournal(Path.of(arguments[1]));
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
        try (DerbySiloStore store = new DerbySiloStore(home)) {
            CrashChild child = new CrashChild(home, store, journal, random);
            while (true) {
                child.step();
            }
        }
    }

    private void step() throws IOException {
        if (random.nextInt(10) == 0) {
            migrate();
            return;
        }
        List<UUID> known = List.copyOf(silos.keySet());
        UUID silo = known.get(random.nextInt(known.size()));
        new CrashWork(
                        store.open(TestContext.of(new CommunityId(silo))),
                        silos.get(silo),
                        random,
                        new CrashWork.Telling() {
                            @Override
                            public void intend(CrashState after) throws IOException {
                                journal.intend(silo, after);
                            }

                            @Override
                            public void done(CrashState after) throws IOException {
                                silos.put(silo, after);
                                journal.done(silo, after);
                            }
                        })
                .step();
    }

    /** A silo of an earlier format, which its first use brings up to date. */
    private void migrate() throws IOException {
        UUID silo = new UUID(random.nextLong(), random.nextLong());
        CrashState.Part part = CrashState.Part.of(random.nextLong(), 1 + random.nextInt(500));
        CrashOldSilo.make(home, new CommunityId(silo), 1 + random.nextInt(DerbySilo.SCHEMA.latest() - 1), part);
        // made and closed: from here on it must not be lost
        journal.done(silo, CrashOldSilo.state(part));
        store.open(TestContext.of(new CommunityId(silo)));
    }
}
