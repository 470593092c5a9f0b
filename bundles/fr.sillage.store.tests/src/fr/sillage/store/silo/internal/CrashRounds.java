package fr.sillage.store.silo.internal;

import fr.sillage.core.check.Checked;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableReader;
import fr.sillage.store.internal.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills a process that changes silos, again and again at moments by chance, and looks each time at what is left: every
 * silo opens, nothing that was committed is lost, nothing half-done is seen.
 */
public final class CrashRounds {
    private static final int SILOS = 2;
    private static final int LONGEST_MILLIS = 500;
    private static final int MOST_BEFORE = 4;
    private static final int PATIENCE_SECONDS = 120;

    private final Path data;
    private final Path journalFile;
    private final CrashJournal journal;
    private final TestHome home;
    private final SplittableRandom random;
    private final Launcher launcher;

    /** Starts the process that is to be killed. */
    public interface Launcher {
        Process start(String main, List<String> arguments) throws IOException;
    }

    /**
     * What was seen.
     *
     * @param acknowledged changes that were committed and found again
     * @param halfway rounds in which the kill came in the middle of a change
     * @param unacknowledged of these, such that the change was committed
     */
    public record Seen(int rounds, long acknowledged, int halfway, int unacknowledged) {}

    /** @param folder empty; keeps the data folder and what the process says */
    public CrashRounds(Path folder, long seed, Launcher launcher) {
        this.data = folder.resolve("data");
        this.journalFile = folder.resolve("journal");
        this.journal = new CrashJournal(journalFile);
        this.home = TestHome.in(data);
        this.random = new SplittableRandom(seed);
        this.launcher = launcher;
    }

    /**
     * @return what was seen
     * @throws IllegalStateException where a silo is not as it must be; the message says which and why
     */
    public Seen run(int rounds) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Map<UUID, CrashState> silos = new LinkedHashMap<>();
        try (DerbySiloStore store = new DerbySiloStore(home)) {
            for (int i = 0; i < SILOS; i++) {
                UUID silo = new UUID(random.nextLong(), random.nextLong());
                store.create(new CommunityId(silo));
                silos.put(silo, CrashState.EMPTY);
            }
        }
        Seen seen = new Seen(0, 0, 0, 0);
        for (int round = 1; round <= rounds; round++) {
            journal.begin(silos);
            kill();
            Map<UUID, CrashJournal.Told> told = journal.read();
            Map<UUID, CrashState> found = look(told);
            sound(round);
            int halfway = 0;
            int committed = 0;
            for (Map.Entry<UUID, CrashJournal.Told> entry : told.entrySet()) {
                CrashJournal.Told change = entry.getValue();
                boolean open = !change.done().equals(change.intended());
                halfway += open ? 1 : 0;
                committed += open && found.get(entry.getKey()).equals(change.intended()) ? 1 : 0;
            }
            silos.replaceAll((silo, before) -> found.get(silo));
            seen = new Seen(
                    round,
                    seen.acknowledged() + journal.acknowledged(),
                    seen.halfway() + halfway,
                    seen.unacknowledged() + committed);
            forget(silos.keySet());
        }
        return seen;
    }

    private void kill() throws IOException, InterruptedException {
        Process process = launcher.start(
                CrashChild.class.getName(),
                List.of(data.toString(), journalFile.toString(), Long.toString(random.nextLong())));
        try {
            long before = random.nextInt(MOST_BEFORE); // with 0 mostly while it starts
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (journal.acknowledged() < before) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("the process does nothing");
                }
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            if (!process.isAlive()) {
                throw new IllegalStateException("the process ended by itself");
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** Opens every silo and finds which of the two states it is in. */
    private Map<UUID, CrashState> look(Map<UUID, CrashJournal.Told> told) throws IOException {
        Map<UUID, CrashState> found = new HashMap<>();
        try (DerbySiloStore store = new DerbySiloStore(home)) {
            for (UUID id : present()) {
                Silo silo = store.open(TestContext.of(new CommunityId(id)));
                ((DerbySilo) silo).sweeping().sweep(); // what the next start does by itself
                if (silo.erasures().stream()
                        .anyMatch(erasure -> erasure.completed().isEmpty())) {
                    throw new IllegalStateException("silo " + id + " has an erasure that is not carried on");
                }
                CrashJournal.Told change = told.get(id);
                if (change != null) { // else it was about to be made
                    String actual = digest(silo);
                    String done = digest(change.done());
                    if (!actual.equals(done) && !actual.equals(digest(change.intended()))) {
                        throw new IllegalStateException("silo " + id + " holds\n" + actual + "\nand should hold\n"
                                + done + "\nor\n" + digest(change.intended()));
                    }
                    found.put(id, actual.equals(done) ? change.done() : change.intended());
                }
            }
        }
        if (!found.keySet().containsAll(told.keySet())) {
            throw new IllegalStateException("a silo is gone");
        }
        return found;
    }

    private static String digest(CrashState state) {
        List<String> lines = new ArrayList<>();
        state.sets().forEach((name, versions) -> {
            List<List<CrashState.Part>> kept = versions.kept();
            for (int i = 0; i < kept.size(); i++) {
                int number = versions.number() - kept.size() + 1 + i;
                lines.add(name + " " + number + " " + CrashData.digest(kept.get(i)));
            }
        });
        return state.imports() + " imports\n" + lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    private static String digest(Silo silo) {
        List<String> lines = new ArrayList<>();
        for (DataSet present : silo.dataSets()) {
            Stream.concat(Stream.of(present), silo.earlier(present.id()).stream())
                    .map(version -> version.name() + " " + version.version() + " "
                            + CrashData.digest(new TableReader(
                                    new StoredTable(silo.chunks(), version.table(), version.fields(), version.rows()))))
                    .forEach(lines::add);
        }
        int imports = silo.imports().size();
        return imports + " imports\n" + lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    /** What {@code ./sillage check} finds. */
    private void sound(int round) throws IOException {
        for (UUID id : present()) {
            Checked checked = SiloCheck.of(home.silos().resolve(id.toString()), new CommunityId(id), home.secret());
            if (!checked.problems().isEmpty()) {
                throw new IllegalStateException("round " + round + ", silo " + id + ": " + checked.problems());
            }
        }
    }

    private List<UUID> present() throws IOException {
        try (Stream<Path> folders = Files.list(home.silos())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.endsWith(".half")) // not yet a silo
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Deletes the silos that were made to be migrated. */
    private void forget(Set<UUID> kept) throws IOException {
        for (UUID id : present()) {
            if (!kept.contains(id)) {
                try (Stream<Path> files = Files.walk(home.silos().resolve(id.toString()))) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
