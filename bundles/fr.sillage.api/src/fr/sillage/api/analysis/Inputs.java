package fr.sillage.api.analysis;

import fr.sillage.api.query.Query;

/** The data that fill an analysis's slots. */
public interface Inputs {
    /**
     * @throws IllegalArgumentException where the query names a slot or column that is not there, or asks of a column
     *     what its type does not have, such as the month of a text
     */
    <R> R ask(Query<R> query);
}
