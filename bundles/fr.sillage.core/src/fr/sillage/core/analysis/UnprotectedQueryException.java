package fr.sillage.core.analysis;

/**
 * An analysis asked for what tells of single rows or persons. The publication gate protects tables of counts; until it
 * protects what is derived of such answers too, no contributed analysis gets one.
 */
public final class UnprotectedQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param asked what the analysis asked for */
    public UnprotectedQueryException(String asked) {
        super(asked
                + " of single persons, which the publication gate cannot protect yet: only aggregates are answered");
    }
}
