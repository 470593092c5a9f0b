package fr.sillage.store.platform.internal;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** The platform database, which its repositories share. */
public interface PlatformDatabase {
    /**
     * Runs in a transaction.
     *
     * @throws fr.sillage.core.community.DuplicateNameException where a name that must be unique is taken
     * @throws fr.sillage.store.database.internal.StoreException where the database fails
     */
    <R> R ask(Function<EntityManager, R> work);

    /**
     * Copies the database as it is at one moment, while others go on.
     *
     * @param target a folder that is there
     * @throws fr.sillage.store.database.internal.StoreException where the database fails
     */
    void copyTo(Path target);

    /** Runs in a transaction, without an answer. */
    default void change(Consumer<EntityManager> work) {
        ask(manager -> {
            work.accept(manager);
            return Boolean.TRUE;
        });
    }
}
