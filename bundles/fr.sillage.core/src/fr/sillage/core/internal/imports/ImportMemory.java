package fr.sillage.core.internal.imports;

import fr.sillage.engine.MemoryBudget;

/**
 * What all imports that run at the same time may take of the heap, besides the batches on their way.
 *
 * @param texts for what tells the texts of a column apart: a column that does not fit is refused
 * @param treated for which texts were treated before: those that do not fit are treated again
 */
record ImportMemory(MemoryBudget texts, MemoryBudget treated) {
    private static final int TEXTS_PART = 4;
    private static final int TREATED_PART = 8;

    static ImportMemory ofHeap() {
        return new ImportMemory(MemoryBudget.ofHeap(TEXTS_PART), MemoryBudget.ofHeap(TREATED_PART));
    }
}
