package fr.sillage.core.settings;

/** A number that the platform administrator sets for the whole platform. */
public enum Setting {
    /** Jobs that run at the same time, of all communities together. */
    JOBS_AT_ONCE(1, 64, Math.max(4, 2L * Runtime.getRuntime().availableProcessors())),
    /** Mebibytes in an uploaded file at the most. */
    UPLOAD_MEBIBYTES(1, 1_048_576, 2_048),
    /** Minutes without a sign of the person after which a browser is signed out. */
    AWAY_MINUTES(5, 1_440, 60);

    private final long least;
    private final long greatest;
    private final long initial;

    Setting(long least, long greatest, long initial) {
        this.least = least;
        this.greatest = greatest;
        this.initial = initial;
    }

    public long least() {
        return least;
    }

    public long greatest() {
        return greatest;
    }

    /** Until the administrator sets another. */
    public long initial() {
        return initial;
    }
}
