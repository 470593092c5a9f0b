package fr.sillage.core.extension;

import java.util.function.Consumer;

/**
 * A class that draws results of an analysis in its own way. The core does not know what such a class is; who draws
 * does, and asks for it in the thread in which it may draw.
 */
public interface ContributedView {
    /**
     * Hands a new instance to the work, in the calling thread and under guard. Code cannot be taken out of that thread:
     * where it is silent for too long the thread is interrupted and the extension put in quarantine, so that it holds
     * up no second one; code that does not listen keeps the thread.
     *
     * @param type what the instance must be
     * @throws ExtensionException where it cannot be made, threw, or was too long about it
     */
    <V> void use(Class<V> type, Consumer<V> work);

    /** What it drew cannot be shown; the administrator is told. @param detail for its developer, in English */
    ExtensionException nonsense(String detail);
}
