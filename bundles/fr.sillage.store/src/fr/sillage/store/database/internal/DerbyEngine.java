package fr.sillage.store.database.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;

/**
 * How one talks to Derby: keys and passwords as properties, never in a URL. The engine is one for the process and is
 * never shut down as a whole, since that would stop every silo without asking for a password.
 */
public final class DerbyEngine {
    static final String OWNER = "owner";

    /** Bytes. A chunk is a hundred thousand: with Derby's own 32 KiB each part of it would wait for the disk. */
    private static final int LOG_BUFFER = 1 << 18;

    /**
     * Bytes of log between two checkpoints, the most that Derby allows: with its own 10 MB an import would spend half of
     * its time on them. So much has to be read again after the process was killed.
     */
    private static final int CHECKPOINT_EACH = 128 << 20;

    /** Bytes of a file of the log; one is kept at its full size by each database. */
    private static final int LOG_FILE = 8 << 20;

    /** Who reads waits for a table that is being copied into a new file. */
    private static final int LOCK_SECONDS = 600;

    private static final String STOPPED = "08006";
    private static final String ELSEWHERE = "XSDB6";

    private DerbyEngine() {}

    /** Keeps Derby's own files in the data folder; counts only before the first database of the process. */
    public static void keepIn(Path folder) {
        setUnlessSet("derby.system.home", folder.toString());
        setUnlessSet("derby.stream.error.file", folder.resolve("derby.log").toString());
        // Statements and errors of single statements quote values: neither is logged.
        System.setProperty("derby.language.logStatementText", "false");
        System.setProperty("derby.language.logQueryPlan", "false");
        System.setProperty("derby.stream.error.logSeverityLevel", "40000");
        setUnlessSet("derby.locks.waitTimeout", String.valueOf(LOCK_SECONDS));
        setUnlessSet("derby.storage.logBufferSize", String.valueOf(LOG_BUFFER));
        setUnlessSet("derby.storage.checkpointInterval", String.valueOf(CHECKPOINT_EACH));
        setUnlessSet("derby.storage.logSwitchInterval", String.valueOf(LOG_FILE));
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** Connects to a booted database. */
    static Connection connect(Path database, String password) throws SQLException {
        return connect(database, owner(password));
    }

    /** Boots a database, which is when Derby asks for the key, and connects. */
    static Connection boot(Path database, byte[] key, String password) throws SQLException {
        return connect(database, keyed(key, password));
    }

    /** Makes an encrypted database and connects. */
    static Connection create(Path database, byte[] key, String password) throws SQLException {
        Properties properties = keyed(key, password);
        properties.put("create", "true");
        properties.put("dataEncryption", "true"); // without the algorithm this means DES
        return connect(database, properties);
    }

    /** Stops a database. */
    static void stop(Path database, String password) throws SQLException {
        Properties properties = owner(password);
        properties.put("shutdown", "true");
        try (Connection connection = connect(database, properties)) {
            throw new SQLException("still open after shutdown: " + !connection.isClosed());
        } catch (SQLException e) {
            if (!STOPPED.equals(e.getSQLState())) { // Derby's way of saying that it has stopped
                throw e;
            }
        }
    }

    /** What hinders a database from being booted, in words. */
    static String hindrance(SQLException failure) {
        if (StoreException.hasState(failure, ELSEWHERE)) {
            return "it is open in another process";
        }
        if (StoreException.hasState(failure, "XBCXK") || StoreException.hasState(failure, "XBM06")) {
            return "its key does not match";
        }
        if (StoreException.hasState(failure, "08004")) {
            return "its owner is refused";
        }
        return "SQL state " + failure.getSQLState();
    }

    private static Properties owner(String password) {
        Properties properties = new Properties();
        properties.put("user", OWNER);
        properties.put("password", password);
        return properties;
    }

    private static Properties keyed(byte[] key, String password) {
        Properties properties = owner(password);
        properties.put("encryptionKey", HexFormat.of().formatHex(key));
        // At every boot: Derby does not remember it with a key from outside and would try DES.
        properties.put("encryptionAlgorithm", "AES/CBC/NoPadding");
        return properties;
    }

    private static Connection connect(Path database, Properties properties) throws SQLException {
        if (database.toString().indexOf(';') >= 0) {
            throw new StoreException("Derby cannot use a folder with a semicolon in its path: " + database);
        }
        return new AutoloadedDriver().connect("jdbc:derby:" + database, properties);
    }
}
