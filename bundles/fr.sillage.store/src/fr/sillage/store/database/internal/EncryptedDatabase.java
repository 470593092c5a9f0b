package fr.sillage.store.database.internal;

import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.keys.internal.MasterSecret;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An encrypted Derby database, open, with entities over it. Its folder holds {@value #KEYS} and {@value #DATABASE}.
 * Lives long, until it is {@linkplain #close closed}. Thread-safe.
 */
public final class EncryptedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EncryptedDatabase.class);
    private static final int PATIENCE_SECONDS = 5;
    public static final String KEYS = "keys";
    public static final String DATABASE = "database";

    private final String name;
    private final Path database;
    private final KeyRing keys;
    private final OwnerDataSource source;
    private final EntityManagerFactory factory;

    private EncryptedDatabase(String name, Path database, KeyRing keys, Schema schema) {
        this.name = name;
        this.database = database;
        this.keys = keys;
        // A name used twice would silently read the first one's database, even when that was closed meanwhile.
        String unit = name + "-" + UUID.randomUUID();
        source = new OwnerDataSource(database, keys.ownerPassword());
        factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        new OwnUnit(unit, source, schema.classes()),
                        Map.ofEntries(
                                Map.entry("eclipselink.session-name", unit),
                                Map.entry(
                                        "eclipselink.target-database",
                                        "org.eclipse.persistence.platform.database.DerbyPlatform"),
                                Map.entry("eclipselink.ddl-generation", "none"),
                                Map.entry("eclipselink.weaving", "false"),
                                Map.entry("eclipselink.cache.shared.default", "false"),
                                Map.entry("eclipselink.deploy-on-startup", "true"),
                                Map.entry("eclipselink.logging.level", "OFF"), // messages may quote values
                                Map.entry("eclipselink.logging.parameters", "false"),
                                Map.entry("eclipselink.connection-pool.force-internal-pool", "true"),
                                Map.entry("eclipselink.connection-pool.default.initial", "1"),
                                // those above are closed after each use, and a new one checks the password
                                Map.entry("eclipselink.connection-pool.default.min", "16"),
                                Map.entry("eclipselink.connection-pool.default.max", "32")));
    }

    /** Whether a folder holds a database. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(KEYS));
    }

    /** The keys of the database in a folder. */
    public static KeyRing keys(Path folder, String name, MasterSecret secret) {
        return KeyRing.read(folder.resolve(KEYS), name, secret);
    }

    /** Where the database in a folder has its log. */
    public static Path log(Path folder) {
        return folder.resolve(DATABASE).resolve("log");
    }

    /**
     * Makes an empty database with keys of its own, whole or not at all, and leaves it closed.
     *
     * @param name in messages and in the key file
     * @throws StoreException where there is one already or it cannot be made
     */
    public static void create(Path folder, String name, MasterSecret secret) {
        if (exists(folder)) {
            throw new StoreException(name + " exists already");
        }
        Path half = folder.resolveSibling(folder.getFileName() + ".half");
        try {
            PrivateFiles.deleteFolder(half);
            PrivateFiles.createFolder(half);
            KeyRing keys = KeyRing.random();
            keys.write(half.resolve(KEYS), name, secret);
            fill(half.resolve(DATABASE), keys);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException e) {
            throw StoreException.because(name + " cannot be made", e);
        }
    }

    private static void fill(Path database, KeyRing keys) throws SQLException {
        String password = keys.ownerPassword();
        try (Connection connection = DerbyEngine.create(database, keys.database(), password);
                Statement statement = connection.createStatement()) {
            // Turns authentication on by itself, from the next boot.
            statement.execute("CALL SYSCS_UTIL.SYSCS_CREATE_USER('" + DerbyEngine.OWNER + "','" + password + "')");
            set(statement, "derby.connection.requireAuthentication", "true");
            set(statement, "derby.authentication.native.passwordLifetimeMillis", "0");
            // A long import must not lock the whole chunk table.
            set(statement, "derby.locks.escalationThreshold", String.valueOf(Integer.MAX_VALUE));
            Schema.begin(connection);
        }
        DerbyEngine.stop(database, password);
    }

    private static void set(Statement statement, String property, String value) throws SQLException {
        statement.execute("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('" + property + "','" + value + "')");
    }

    /**
     * Boots a database and brings its schema up to date.
     *
     * @throws StoreException where the key does not match, it is open elsewhere, newer or damaged
     */
    public static EncryptedDatabase open(Path folder, String name, KeyRing keys, Schema schema) {
        Path database = folder.resolve(DATABASE);
        try (Connection connection = DerbyEngine.boot(database, keys.database(), keys.ownerPassword())) {
            schema.migrate(connection, name);
        } catch (SQLException e) {
            stopAfter(database, keys);
            throw StoreException.because(name + " cannot be opened: " + DerbyEngine.hindrance(e), e);
        } catch (StoreException e) {
            stop(database, name, keys);
            throw e;
        } catch (RuntimeException e) { // Derby's own, over pages that make no sense
            stopAfter(database, keys);
            throw StoreException.because(name + " cannot be opened", e);
        }
        try {
            return new EncryptedDatabase(name, database, keys, schema);
        } catch (RuntimeException e) {
            stop(database, name, keys);
            throw StoreException.because(name + " cannot be opened", e);
        }
    }

    /** What could not be used must not stay booted: the next one would be handed the same. */
    private static void stopAfter(Path database, KeyRing keys) {
        try {
            DerbyEngine.stop(database, keys.ownerPassword());
        } catch (SQLException e) {
            LOG.debug("not booted at all: SQL state {}", e.getSQLState());
        }
    }

    /** Entities and their connection, in no transaction yet; to be closed. */
    public EntityManager begin() {
        return factory.createEntityManager();
    }

    /**
     * Does something in one transaction; undoes it where that fails.
     *
     * @throws StoreException where the database fails
     */
    public <R> R inTransaction(Function<EntityManager, R> work) {
        try (EntityManager manager = begin()) {
            EntityTransaction transaction = manager.getTransaction();
            transaction.begin();
            try {
                R result = work.apply(manager);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    /**
     * Copies the database as it is at one moment, closed as it is on the disk, while others go on reading and writing.
     *
     * @param target a folder, in which the copy gets the name {@value #DATABASE}
     */
    public void copyTo(Path target) {
        try (Connection connection = source.getConnection();
                CallableStatement copy = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw StoreException.because(name + " cannot be copied: " + DerbyEngine.hindrance(e), e);
        }
    }

    /**
     * Takes up what a crash may have left in the log of a database that nobody has open, and changes nothing else.
     *
     * @return its schema's number
     * @throws StoreException where it cannot be opened
     */
    public static int settle(Path folder, String name, KeyRing keys) {
        Path database = folder.resolve(DATABASE);
        try (Connection connection = DerbyEngine.boot(database, keys.database(), keys.ownerPassword())) {
            return Schema.version(connection);
        } catch (SQLException e) {
            throw StoreException.because(name + " cannot be opened: " + DerbyEngine.hindrance(e), e);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) { // Derby's own, over pages that make no sense
            throw StoreException.because(name + " cannot be opened", e);
        } finally {
            stopAfter(database, keys);
        }
    }

    /** Whether it answers: a full disk, for instance, makes Derby shut a database down by itself. */
    public boolean isAlive() {
        try (Connection connection = source.getConnection()) {
            // booted while the folder could not be written, it would stay read-only
            return connection.isValid(PATIENCE_SECONDS) && !connection.isReadOnly();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether it was booted while its folder could not be written. */
    public boolean isReadOnly() {
        try (Connection connection = source.getConnection()) {
            return connection.isReadOnly();
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether what failed may have failed for want of room. */
    public boolean isFull() {
        return PrivateFiles.isFull(database);
    }

    /** Whether files can be made in the folder of a database, and where the database itself makes them. */
    public static boolean isWritable(Path folder) {
        return PrivateFiles.isWritable(folder) && PrivateFiles.isWritable(folder.resolve(DATABASE));
    }

    /** The same for this one. */
    public boolean isWritable() {
        return isWritable(database.getParent());
    }

    /** Lets go of a database that no longer answers, so that it can be opened anew. */
    public void abandon() {
        try {
            close();
        } catch (RuntimeException e) {
            LOG.warn("{} was shut down already", name);
        }
    }

    /** Shuts the database down. */
    public void close() {
        try {
            factory.close();
        } finally {
            stop(database, name, keys);
        }
    }

    private static void stop(Path database, String name, KeyRing keys) {
        try {
            DerbyEngine.stop(database, keys.ownerPassword());
        } catch (SQLException e) {
            throw StoreException.because(name + " cannot be closed", e);
        }
    }
}
