package fr.sillage.engine.rows.internal;

import fr.sillage.api.query.AnswerTooLargeException;

/**
 * Memory for the answer to one question.
 *
 * @param most bytes
 */
public record AnswerBudget(long most) {
    /** @throws AnswerTooLargeException where there are not so many bytes */
    public void require(long bytes) {
        if (bytes > most) {
            throw new AnswerTooLargeException(bytes, most);
        }
    }

    /**
     * As a count of rows, which an array can hold.
     *
     * @param bytes of each row
     * @throws AnswerTooLargeException where it cannot, or they take more
     */
    public int requireRows(long rows, long bytes) {
        require(rows > Integer.MAX_VALUE - 8 ? Long.MAX_VALUE : rows * bytes);
        return (int) rows;
    }
}
