package fr.sillage.store.silo.internal;

import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.SiloException;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Works on the silo's entities, each time in a transaction of its own, and says what went wrong. Thread-safe. */
final class SiloAccess {
    /** Of what the database took back, because two got in each other's way. */
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final LeasedDatabase database;

    /** @param folder of the silo */
    SiloAccess(Path folder, LeasedDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** @param work done once more, from the beginning, where the database took it back */
    <R> R ask(Function<EntityManager, R> work) {
        return ask(work, 1);
    }

    private <R> R ask(Function<EntityManager, R> work, int attempt) {
        try (LeasedDatabase.Lease lease = database.lease()) {
            return lease.inTransaction(work);
        } catch (RuntimeException e) {
            if (StoreException.hasState(e, StoreException.DEADLOCK) && attempt < ATTEMPTS) {
                return ask(work, attempt + 1); // taken back as a whole, so it can be done again
            }
            if (StoreException.hasState(e, StoreException.TAKEN)) {
                throw new DuplicateNameException();
            }
            throw failed(e);
        }
    }

    SiloException failed(RuntimeException failure) {
        return failed(folder, failure);
    }

    /** What to say; that the folder of the silo cannot be written, where that is so. */
    static SiloException failed(Path folder, RuntimeException failure) {
        StoreException told = StoreException.because("the silo's database failed", failure);
        return new SiloException(
                told.getMessage(),
                EncryptedDatabase.isWritable(folder) ? told : new NotWritableException(new IOException(told)));
    }
}
