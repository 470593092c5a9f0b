package fr.sillage.api;

/** How long work tells how far it is and learns that it should end. */
public interface JobControl {
    /** Neither listens nor cancels. */
    JobControl NONE = new JobControl() {
        @Override
        public void progress(double fraction) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** @param fraction share of the work that is done, 0 to 1; negative where it cannot be known */
    void progress(double fraction);

    boolean cancelled();

    /**
     * To be called at least every few thousand rows.
     *
     * @throws JobCancelledException when the work was told to end
     */
    default void check() {
        if (cancelled()) {
            throw new JobCancelledException();
        }
    }
}
