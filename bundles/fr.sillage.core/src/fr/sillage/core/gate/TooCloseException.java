package fr.sillage.core.gate;

/** A result together with those that its reader has seen before would tell too much. */
public final class TooCloseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean byCategories;

    /**
     * @param byCategories whether it is because the same columns were seen with other categories; otherwise fewer persons
     *     than the threshold make the difference
     */
    public TooCloseException(boolean byCategories) {
        this.byCategories = byCategories;
    }

    public boolean isByCategories() {
        return byCategories;
    }
}
