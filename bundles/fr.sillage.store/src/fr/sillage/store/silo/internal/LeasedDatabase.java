package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.NoSpaceException;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A database that is booted when it is needed, and shut down when nobody has used it for a while. Thread-safe. */
final class LeasedDatabase {
    private final Supplier<EncryptedDatabase> opener;
    private final InstantSource clock;
    private Optional<EncryptedDatabase> open = Optional.empty();
    private int leases;
    private Instant lastUse = Instant.MIN;
    private boolean closed;
    private boolean suspect;
    private boolean died;

    LeasedDatabase(Supplier<EncryptedDatabase> opener, InstantSource clock) {
        this.opener = opener;
        this.clock = clock;
    }

    /** Boots the database where it is not; it stays open until the lease is closed. */
    synchronized Lease lease() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        EncryptedDatabase database = open.orElseGet(this::boot);
        open = Optional.of(database);
        leases++;
        return new Lease(this, database);
    }

    /** What died has work in its log that only a database that writes can take up: until then it would show the past. */
    private EncryptedDatabase boot() {
        EncryptedDatabase database = opener.get();
        if (died && database.isReadOnly()) {
            database.close();
            throw new StoreException("a database that shut itself down needs a folder that can be written");
        }
        died = false;
        return database;
    }

    private synchronized void giveBack() {
        leases--;
        lastUse = clock.instant();
        if (leases == 0 && suspect) {
            suspect = false;
            letGoOfDead();
        }
        if (closed && leases == 0) {
            shutDown();
        }
    }

    private synchronized void suspect() {
        suspect = true;
    }

    /** What shut itself down is opened anew by the next lease. */
    private void letGoOfDead() {
        if (open.filter(database -> !database.isAlive()).isPresent()) {
            died |= !open.get().isReadOnly();
            open.get().abandon();
            open = Optional.empty();
        }
    }

    /** Shuts the database down if it has not been used for so long; whether it did. */
    synchronized boolean rest(Duration idle) {
        boolean rests = leases == 0 && open.isPresent() && !lastUse.plus(idle).isAfter(clock.instant());
        if (rests) {
            shutDown();
        }
        return rests;
    }

    /** Opens no more; shuts down when the last lease is given back. */
    synchronized void close() {
        closed = true;
        if (leases == 0) {
            shutDown();
        }
    }

    synchronized boolean isOpen() {
        return open.isPresent();
    }

    private void shutDown() {
        Optional<EncryptedDatabase> database = open;
        open = Optional.empty();
        database.ifPresent(EncryptedDatabase::close);
    }

    /** The right to use the database; to be closed once, by the thread that works with it. */
    static final class Lease implements AutoCloseable {
        private final LeasedDatabase lender;
        private final EncryptedDatabase database;
        private boolean returned;

        private Lease(LeasedDatabase lender, EncryptedDatabase database) {
            this.lender = lender;
            this.database = database;
        }

        <R> R inTransaction(Function<EntityManager, R> work) {
            try {
                return database.inTransaction(work);
            } catch (RuntimeException e) {
                lender.suspect();
                throw e;
            }
        }

        /**
         * Something failed: whether the database still lives is to be looked at when nobody uses it.
         *
         * @return what to say
         */
        IOException failed(String message, Exception failure) {
            lender.suspect();
            IOException told = new IOException(message, StoreException.because("the silo's database failed", failure));
            return database.isFull()
                    ? new NoSpaceException(told)
                    : database.isWritable() ? told : new NotWritableException(told);
        }

        /** Copies the database into a folder while others use it. */
        void copyTo(Path target) {
            try {
                database.copyTo(target);
            } catch (RuntimeException e) {
                lender.suspect();
                throw e;
            }
        }

        /** Entities in no transaction yet; to be closed before the lease. */
        EntityManager begin() {
            return database.begin();
        }

        @Override
        public void close() {
            if (!returned) {
                returned = true;
                lender.giveBack();
            }
        }
    }
}
