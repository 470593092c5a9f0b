package fr.sillage.core.internal.jobs;

import fr.sillage.core.community.CommunityId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who comes next. Of the communities that wait, the one with the fewest running jobs, and among these the one whose
 * turn was longest ago; within a community in the order in which they came. Of the jobs at once only half may be heavy
 * ones: a click never waits for imports alone. Not thread-safe.
 *
 * @param <T> a job
 */
final class JobQueue<T extends JobQueue.Entry> {
    /** What is queued. */
    interface Entry {
        CommunityId community();

        boolean heavy();
    }

    /** By the turn of the community: the first had its turn longest ago. */
    private final Map<CommunityId, ArrayDeque<T>> waiting = new LinkedHashMap<>();

    private final Map<CommunityId, Integer> runningOf = new HashMap<>();
    private final List<T> running = new ArrayList<>();

    void add(T entry) {
        waiting.computeIfAbsent(entry.community(), c -> new ArrayDeque<>()).add(entry);
    }

    /** @return whether it was still waiting */
    boolean remove(T entry) {
        ArrayDeque<T> own = waiting.get(entry.community());
        boolean was = own != null && own.remove(entry);
        if (was && own.isEmpty()) {
            waiting.remove(entry.community());
        }
        return was;
    }

    /** The next one, which counts as running from now on; empty where nothing may run now. */
    Optional<T> take(int atOnce) {
        if (running.size() >= atOnce) {
            return Optional.empty();
        }
        boolean heavyToo = running.stream().filter(Entry::heavy).count() < Math.max(1, atOnce / 2);
        Optional<T> next = waiting.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(job -> heavyToo || !job.heavy()))
                .min(Comparator.comparingInt(e -> runningOf.getOrDefault(e.getKey(), 0)))
                .flatMap(e -> e.getValue().stream()
                        .filter(job -> heavyToo || !job.heavy())
                        .findFirst());
        next.ifPresent(this::start);
        return next;
    }

    private void start(T entry) {
        remove(entry);
        ArrayDeque<T> rest = waiting.remove(entry.community());
        if (rest != null) {
            waiting.put(entry.community(), rest); // had its turn: behind the others
        }
        running.add(entry);
        runningOf.merge(entry.community(), 1, Integer::sum);
    }

    void ended(T entry) {
        if (running.remove(entry)) {
            runningOf.computeIfPresent(entry.community(), (c, n) -> n == 1 ? null : n - 1);
        }
    }

    int waiting() {
        return waiting.values().stream().mapToInt(ArrayDeque::size).sum();
    }

    List<T> all() {
        List<T> all = new ArrayList<>(running);
        waiting.values().forEach(all::addAll);
        return all;
    }

    int running() {
        return running.size();
    }
}
