package fr.sillage.engine;

import java.util.BitSet;

/** Rows of a stored table that are taken over into another one; asked for by one thread. */
public interface RowChoice {
    /** The rows of a chunk, counted from 0 within it; the caller may change the set. */
    BitSet kept(int chunk);
}
