package fr.sillage.api.query;

/** An answer of single rows would take more memory than there is for it: a filter has to take fewer rows. */
public final class AnswerTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param needed bytes that the answer and what it is made of would take, about
     * @param most bytes that there are
     */
    public AnswerTooLargeException(long needed, long most) {
        super("an answer of " + needed + " bytes, of which " + most + " may be used: fewer rows have to be asked for");
    }
}
