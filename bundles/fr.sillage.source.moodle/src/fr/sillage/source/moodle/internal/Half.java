package fr.sillage.source.moodle.internal;

import fr.sillage.api.JobControl;

/** One of two readings of a file: half of the work. */
record Half(JobControl job, double from) implements JobControl {
    private static final double SHARE = 0.5;

    static JobControl first(JobControl job) {
        return new Half(job, 0);
    }

    static JobControl second(JobControl job) {
        return new Half(job, SHARE);
    }

    @Override
    public void progress(double fraction) {
        job.progress(fraction < 0 ? fraction : from + SHARE * fraction);
    }

    @Override
    public boolean cancelled() {
        return job.cancelled();
    }
}
