package fr.sillage.api.analysis;

import fr.sillage.api.query.Query;

/** The data that fill an analysis's slots. */
public interface Inputs {
    /** @throws IllegalArgumentException where the query names a slot or column that is not there */
    <R> R ask(Query<R> query);
}
