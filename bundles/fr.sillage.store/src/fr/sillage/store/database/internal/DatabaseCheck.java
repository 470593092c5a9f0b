package fr.sillage.store.database.internal;

import fr.sillage.core.check.Problem;
import fr.sillage.store.keys.internal.KeyRing;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an encrypted database is sound as a database: its keys fit, it opens, each table agrees with its indexes.
 *
 * @param keys empty where they cannot be had
 * @param current whether its format is the program's, so that its entities can be read
 * @param older whether it waits to be migrated
 */
public record DatabaseCheck(Optional<KeyRing> keys, boolean current, boolean older, List<Problem> problems) {
    private static final String TABLES = "SELECT T.TABLENAME, S.SCHEMANAME FROM SYS.SYSTABLES T"
            + " JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID WHERE T.TABLETYPE IN ('S', 'T') ORDER BY T.TABLENAME";

    public DatabaseCheck {
        problems = List.copyOf(problems);
    }

    /** Leaves the database closed. */
    public static DatabaseCheck of(Path folder, String name, MasterSecret secret, Schema schema) {
        KeyRing keys;
        try {
            keys = EncryptedDatabase.keys(folder, name, secret);
        } catch (StoreException e) {
            return failed(Optional.empty(), Problem.Kind.KEYS, name);
        }
        Path database = folder.resolve(EncryptedDatabase.DATABASE);
        try (Connection connection = DerbyEngine.boot(database, keys.database(), keys.ownerPassword())) {
            int version = Schema.version(connection);
            if (version > schema.latest()) {
                return failed(Optional.of(keys), Problem.Kind.NEWER, version + " > " + schema.latest());
            }
            List<Problem> problems = tables(connection);
            boolean current = version == schema.latest();
            return new DatabaseCheck(Optional.of(keys), current && problems.isEmpty(), !current, problems);
        } catch (SQLException e) {
            return failed(Optional.of(keys), Problem.Kind.CLOSED, DerbyEngine.hindrance(e));
        } catch (RuntimeException e) { // Derby's own, over pages that make no sense
            return failed(Optional.of(keys), Problem.Kind.CLOSED, e.getClass().getSimpleName());
        } finally {
            stop(database, keys);
        }
    }

    private static DatabaseCheck failed(Optional<KeyRing> keys, Problem.Kind kind, String detail) {
        return new DatabaseCheck(keys, false, false, List.of(new Problem(kind, detail)));
    }

    private static void stop(Path database, KeyRing keys) {
        try {
            DerbyEngine.stop(database, keys.ownerPassword());
        } catch (SQLException | RuntimeException e) {
            // it did not open, or shut itself down over what is wrong with it
        }
    }

    private static List<Problem> tables(Connection connection) throws SQLException {
        List<Problem> problems = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                String table = tables.getString(1);
                table(connection, tables.getString(2), table).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> table(Connection connection, String schema, String table) {
        try (PreparedStatement check = connection.prepareStatement("VALUES SYSCS_UTIL.SYSCS_CHECK_TABLE(?, ?)")) {
            check.setString(1, schema);
            check.setString(2, table);
            try (ResultSet sound = check.executeQuery()) {
                return sound.next() && sound.getInt(1) == 1
                        ? Optional.empty()
                        : Optional.of(new Problem(Problem.Kind.TABLE, table));
            }
        } catch (SQLException e) {
            return Optional.of(new Problem(Problem.Kind.TABLE, table + ", SQL state " + e.getSQLState()));
        }
    }
}
