package fr.sillage.core.jobs;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A job as it is at a moment.
 *
 * @param user who submitted it, or started it again
 * @param ended when it was done, failed, was cancelled or interrupted
 * @param failure why it failed
 * @param result what its kind finds its result by; empty where there is none
 */
public record JobInfo(
        JobId id,
        CommunityId community,
        UserId user,
        JobSpec spec,
        JobState state,
        Instant submitted,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<JobFailure> failure,
        String result) {
    /** Less of the work done than this says nothing about how long the rest will take. */
    private static final double TELLING = 0.03;

    private static final Duration TELLING_TIME = Duration.ofSeconds(2);

    public JobInfo {
        Objects.requireNonNull(id);
        Objects.requireNonNull(community);
        Objects.requireNonNull(user);
        Objects.requireNonNull(spec);
        Objects.requireNonNull(state);
        Objects.requireNonNull(submitted);
        Objects.requireNonNull(started);
        Objects.requireNonNull(ended);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(result);
    }

    /** A job that waits to be run. */
    public static JobInfo waiting(JobId id, CommunityId community, UserId user, JobSpec spec, Instant now) {
        return new JobInfo(
                id,
                community,
                user,
                spec,
                JobState.WAITING,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    public JobInfo running(Instant now) {
        return new JobInfo(
                id,
                community,
                user,
                spec,
                new JobState(JobState.Phase.RUNNING, 0),
                submitted,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** The same job further on. */
    public JobInfo at(JobState next) {
        return new JobInfo(id, community, user, spec, next, submitted, started, ended, failure, result);
    }

    public JobInfo ended(JobState.Phase phase, Instant now, Optional<JobFailure> why, String found) {
        double fraction = phase == JobState.Phase.DONE ? 1 : state.fraction();
        return new JobInfo(
                id,
                community,
                user,
                spec,
                new JobState(phase, fraction),
                submitted,
                started,
                Optional.of(now),
                why,
                found);
    }

    /** How long it will still take at the pace so far; empty where that cannot be told. */
    public Optional<Duration> remaining(Instant now) {
        double fraction = state.fraction();
        if (state.phase() != JobState.Phase.RUNNING || fraction < TELLING || started.isEmpty()) {
            return Optional.empty();
        }
        Duration elapsed = Duration.between(started.get(), now);
        return elapsed.compareTo(TELLING_TIME) < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - fraction) / fraction)));
    }
}
