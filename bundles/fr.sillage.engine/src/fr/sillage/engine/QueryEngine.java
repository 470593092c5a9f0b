package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import java.util.List;

/** Answers queries over the tables that fill the slots of one analysis. */
public interface QueryEngine {
    /**
     * @throws IllegalArgumentException where the query names a slot or column that is not there, or not of a type for it
     * @throws fr.sillage.api.query.TooManyCellsException where there are more categories or cells than an answer may have
     * @throws fr.sillage.api.query.AnswerTooLargeException where an answer of single rows would not fit into memory
     * @throws CorruptChunkException where a chunk is missing or damaged
     */
    <R> R answer(Query<R> query, JobControl job);

    /**
     * How some groups of rows overlap: what the rows are counted in by which several results differ.
     *
     * @param by keys of columns of the slot; none for all rows together
     * @param groups rows as filters, 62 at most
     * @return rows and persons by the keys and, as a last key, by which of the groups a row is in: its categories are
     *     texts of 0 and 1, one sign for each group. Rows that are in none are left out.
     * @throws IllegalArgumentException where a column is not there
     */
    Cells overlaps(String slot, List<? extends Key> by, List<Filter> groups, JobControl job);
}
