package fr.sillage.engine.query.internal;

import java.util.function.IntPredicate;

/** One column as categories, chunk by chunk; codes count from 0 in order of appearance in the table. */
interface ColumnCodes {
    /** Whether {@link #size} is known before the chunks were looked at with {@link #learn}. */
    boolean known();

    /** Looks at a chunk for what categories there are; to be called for every chunk unless {@link #known}. */
    void learn(int chunk);

    /** How many codes there are; all codes are below. */
    int size();

    /** For each row of the chunk its code, -1 where missing. */
    int[] codes(int chunk);

    /** The categories' texts, in the order in which people expect them. */
    Labels labels(IntPredicate occurs);
}
