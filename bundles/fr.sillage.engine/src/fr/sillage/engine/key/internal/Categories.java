package fr.sillage.engine.key.internal;

import java.util.function.IntPredicate;

/** The categories of a key under codes, which count from 1. */
public interface Categories {
    /** No code is above. */
    int highest();

    /** The categories' texts, in the order in which people expect them. */
    Labels labels(IntPredicate occurs);
}
