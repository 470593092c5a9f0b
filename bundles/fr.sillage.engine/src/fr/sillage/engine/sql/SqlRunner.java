package fr.sillage.engine.sql;

import fr.sillage.api.JobControl;

/** A database that statements are put to. */
public interface SqlRunner {
    /** Takes a row: texts, {@code Long}, {@code Double}, and null where there is no value. */
    interface RowTaker {
        void take(Object[] row);
    }

    /**
     * @param job asked while the statement runs; what it throws when cancelled ends the statement
     * @param taker of the rows, one after the other; what it throws ends the statement
     */
    void run(SqlText statement, JobControl job, RowTaker taker);
}
