package fr.sillage.api;

/** Ends work that was cancelled; not a failure. */
public final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("cancelled");
    }
}
