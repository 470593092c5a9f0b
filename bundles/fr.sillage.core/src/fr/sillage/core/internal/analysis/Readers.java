package fr.sillage.core.internal.analysis;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Query;
import fr.sillage.core.gate.PublicationGate.Release;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.gate.known.Surroundings;
import fr.sillage.core.gate.seen.SeenBefore;
import fr.sillage.engine.QueryEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Sees to it that what a reader is shown and what the reader has been shown go together. Two results for one reader are
 * published one after the other, so that each knows of the other.
 */
final class Readers {
    private static final int LOCKS = 64;
    private static final long PATIENCE_MILLIS = 100;

    /** Ends where it would have to wait. */
    private static final JobControl IMPATIENT = new JobControl() {
        @Override
        public void progress(double fraction) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    private final Lock[] locks = new Lock[LOCKS];

    Readers() {
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /**
     * A result that was published before, for somebody who had seen the same; it counts as seen then.
     *
     * @param find by what the reader has seen
     */
    Optional<Publishing.Run> again(
            Ledger reader, JobControl job, Function<List<String>, Optional<Publishing.Run>> find) {
        return alone(reader, job, () -> found(reader, find));
    }

    /** The same, empty where something else is just being published for the reader. */
    Optional<Publishing.Run> againNow(Ledger reader, Function<List<String>, Optional<Publishing.Run>> find) {
        try {
            return alone(reader, IMPATIENT, () -> found(reader, find));
        } catch (JobCancelledException e) {
            return Optional.empty();
        }
    }

    private static Optional<Publishing.Run> found(
            Ledger reader, Function<List<String>, Optional<Publishing.Run>> find) {
        Optional<Publishing.Run> found = find.apply(reader.texts());
        // what one of several readers has seen another may not have
        found.map(Publishing.Run::seen).filter(content -> !content.isEmpty()).ifPresent(reader::add);
        return found;
    }

    /**
     * What is shown.
     *
     * @param before what its reader had seen before, as {@link SeenText} has it, the earliest first
     */
    record Shown(Release release, List<String> before) {}

    /** @param ledgers by slot; without one nothing is remembered */
    Shown release(
            Map<String, Ledger> ledgers,
            QueryEngine engine,
            Query.Aggregate query,
            Cells evidence,
            PublicationRule rule,
            JobControl job,
            Function<Surroundings, Release> gate) {
        String slot = query.by().getFirst().slot();
        Optional<Ledger> ledger = Optional.ofNullable(ledgers.get(slot));
        if (ledger.isEmpty() || rule.threshold() == 1) {
            return new Shown(gate.apply(Surroundings.NONE), List.of());
        }
        return alone(ledger.get(), job, () -> {
            var population = SeenTable.population(query.by(), query.filter());
            List<String> seen = ledger.get().texts();
            Surroundings surroundings = new SeenBefore(engine, evidence, population, rule, job)
                    .tables(seen.stream().map(text -> SeenText.read(text, slot)).toList());
            Release release = gate.apply(surroundings);
            if (!release.everything()) {
                ledger.get().add(new SeenTable(query.by(), population, release.hidden(), false));
            }
            return new Shown(release, seen);
        });
    }

    /**
     * Whether a reader may see what others were shown; it counts as seen then.
     *
     * @param everybody what the whole community was shown, which goes together
     * @param slot to name columns by
     * @param beside whether it may be shown beside what the reader has seen
     */
    boolean show(
            Ledger reader,
            Ledger everybody,
            SeenTable table,
            String slot,
            JobControl job,
            Predicate<List<SeenTable>> beside) {
        return alone(reader, job, () -> {
            List<SeenTable> known = reader.seen(slot);
            List<SeenTable> common = everybody.seen(slot);
            boolean may = known.isEmpty()
                    || known.contains(table)
                    || common.contains(table) && common.containsAll(known)
                    || beside.test(known);
            if (may) {
                reader.add(table);
            }
            return may;
        });
    }

    /** Nothing else is published meanwhile for the readers of a ledger. */
    private <R> R alone(Ledger ledger, JobControl job, Supplier<R> work) {
        int[] places = ledger.keys()
                .map(key -> Math.floorMod(key, LOCKS))
                .distinct()
                .sorted()
                .toArray();
        return alone(places, 0, job, work);
    }

    private <R> R alone(int[] places, int next, JobControl job, Supplier<R> work) {
        if (next == places.length) {
            return work.get();
        }
        Lock lock = locks[places[next]];
        try {
            while (!lock.tryLock(job == IMPATIENT ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                job.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobCancelledException();
        }
        try {
            return alone(places, next + 1, job, work);
        } finally {
            lock.unlock();
        }
    }
}
