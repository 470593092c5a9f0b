package fr.sillage.core.jobs;

/**
 * How far a job is.
 *
 * @param fraction 0 to 1; negative where it cannot be known
 */
public record JobState(Phase phase, double fraction) {
    /** The stages of a job's life. */
    public enum Phase {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    public boolean ended() {
        return phase != Phase.WAITING && phase != Phase.RUNNING;
    }
}
