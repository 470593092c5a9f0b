package fr.sillage.core.internal.jobs;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.internal.listeners.Listeners;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.JobStore;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.time.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The jobs that people find again. Those that have just begun are known here too, but neither listed nor stored until
 * they have taken long enough. What ended is kept for {@value Jobs#DAYS_KEPT} days, of each community the last
 * {@value Jobs#MOST_KEPT}.
 */
final class JobBook {
    private final JobStore store;
    private final InstantSource clock;
    private final Retention retention;
    private final Map<JobId, JobInfo> jobs = new HashMap<>();
    private final Set<JobId> listed = new HashSet<>();
    private final Listeners<Consumer<JobInfo>> listeners = new Listeners<>();
    private boolean closed;

    /** What was waiting or running when the platform ended is interrupted now. */
    JobBook(JobStore store, InstantSource clock, Retention retention) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
        for (JobInfo job : store.all()) {
            JobInfo now = job;
            if (!job.state().ended()) {
                now = job.ended(Phase.INTERRUPTED, clock.instant(), Optional.empty(), "");
                store.put(now);
            }
            jobs.put(job.id(), now);
            listed.add(job.id());
        }
    }

    /** @param atOnce whether it is listed and stored now; else nobody is told of it yet */
    void begin(JobInfo job, boolean atOnce) {
        synchronized (this) {
            jobs.put(job.id(), job);
            if (!atOnce) {
                return;
            }
            listed.add(job.id());
            store.put(job);
            tidy(job.community());
        }
        tell(job);
    }

    /**
     * Begins a listed job anew in the place of its earlier run.
     *
     * @return false where it is gone, done, or somebody else has begun it anew
     */
    boolean beginAgain(JobInfo job) {
        synchronized (this) {
            JobInfo before = jobs.get(job.id());
            if (closed
                    || before == null
                    || !before.state().ended()
                    || before.state().phase() == Phase.DONE) {
                return false;
            }
            jobs.put(job.id(), job);
            store.put(job);
        }
        tell(job);
        return true;
    }

    /** It has taken long enough for people to look for it. */
    void list(JobId id) {
        JobInfo job;
        synchronized (this) {
            job = jobs.get(id);
            if (closed || job == null || job.state().ended() || !listed.add(id)) {
                return;
            }
            store.put(job);
            tidy(job.community());
        }
        tell(job);
    }

    /** Its work is done. @return whether people find it in the list; if they do not yet, they never will */
    synchronized boolean settled(JobId id) {
        if (!listed.contains(id)) {
            jobs.remove(id);
            return false;
        }
        return true;
    }

    /** @param failure and result count where it ended */
    void changed(JobId id, JobState state, Optional<JobFailure> failure, String result) {
        JobInfo now;
        synchronized (this) {
            JobInfo before = jobs.get(id);
            if (closed || before == null || state.phase() == Phase.WAITING) {
                return;
            }
            now = next(before, state, failure, result);
            jobs.put(id, now);
            if (!listed.contains(id)) {
                if (state.ended()) {
                    jobs.remove(id);
                }
                return;
            }
            if (now.state().phase() != before.state().phase()) {
                store.put(now);
            }
        }
        tell(now);
    }

    private JobInfo next(JobInfo before, JobState state, Optional<JobFailure> failure, String result) {
        if (state.ended()) {
            return before.ended(state.phase(), clock.instant(), failure, result);
        }
        return before.state().phase() == Phase.WAITING ? before.running(clock.instant()) : before.at(state);
    }

    synchronized Optional<JobInfo> find(JobId id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> listed.contains(id));
    }

    /** Listed ones, the latest first. */
    synchronized List<JobInfo> list(Predicate<JobInfo> seen) {
        return jobs.values().stream()
                .filter(job -> listed.contains(job.id()))
                .filter(seen)
                .sorted(Comparator.comparing(JobInfo::submitted).reversed())
                .toList();
    }

    /** @return whether it was listed and had ended; else nothing happens */
    boolean remove(JobId id) {
        JobInfo gone;
        synchronized (this) {
            gone = jobs.get(id);
            if (gone == null || !gone.state().ended() || !listed.remove(id)) {
                return false;
            }
            jobs.remove(id);
            store.remove(id);
        }
        tell(gone);
        return true;
    }

    /** Told of each listed job that changes, comes or goes. */
    Runnable watch(Consumer<JobInfo> listener) {
        return listeners.add(listener);
    }

    /** The platform ends: what has not ended is interrupted, and nothing changes any more. */
    synchronized void close() {
        closed = true;
        for (JobId id : listed) {
            JobInfo job = jobs.get(id);
            if (!job.state().ended()) {
                store.put(job.ended(Phase.INTERRUPTED, clock.instant(), Optional.empty(), ""));
            }
        }
    }

    private void tidy(CommunityId community) {
        List<JobInfo> ended =
                list(job -> job.community().equals(community) && job.state().ended());
        Optional<Instant> old = retention.before(Duration.ofDays(Jobs.DAYS_KEPT));
        for (int i = 0; i < ended.size(); i++) {
            JobInfo job = ended.get(i);
            Instant end = job.ended().orElse(job.submitted());
            if (i >= Jobs.MOST_KEPT || old.filter(end::isBefore).isPresent()) {
                jobs.remove(job.id());
                listed.remove(job.id());
                store.remove(job.id());
            }
        }
    }

    private void tell(JobInfo job) {
        listeners.tell(listener -> listener.accept(job));
    }
}
