package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Query;

/** Answers queries over the tables that fill the slots of one analysis. */
public interface QueryEngine {
    /**
     * @throws IllegalArgumentException where the query names a slot or column that is not there
     * @throws CorruptChunkException where a chunk is missing or damaged
     */
    <R> R answer(Query<R> query, JobControl job);
}
