package fr.sillage.core.jobs;

/**
 * How far a job is.
 *
 * @param fraction 0 to 1; negative where it cannot be known
 */
public record JobState(Phase phase, double fraction) {
    public static final JobState WAITING = new JobState(Phase.WAITING, 0);

    /** The stages of a job's life. */
    public enum Phase {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        /** The platform was stopped while it waited or ran. */
        INTERRUPTED
    }

    public boolean ended() {
        return phase != Phase.WAITING && phase != Phase.RUNNING;
    }
}
