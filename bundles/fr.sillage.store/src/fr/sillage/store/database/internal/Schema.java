package fr.sillage.store.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tables of a kind of database and how they came to be: numbered migrations that only go forward, each in a file
 * {@code NAME-NUMBER.sql} beside the anchor class. The table SCHEMA_VERSION says how far a database is.
 *
 * @param name begins the file names
 * @param latest number of the last migration; the first is 1
 * @param classes entities and converters over these tables; the first is the anchor
 */
public record Schema(String name, int latest, List<Class<?>> classes) {
    public Schema {
        Objects.requireNonNull(name);
        classes = List.copyOf(classes);
    }

    /** Makes the table that counts the migrations. */
    static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE SCHEMA_VERSION (VERSION INTEGER NOT NULL)");
            statement.execute("INSERT INTO SCHEMA_VERSION VALUES (0)");
        }
    }

    /**
     * Brings a database up to date, each migration in a transaction.
     *
     * @throws StoreException where the database is ahead of this program
     */
    void migrate(Connection connection, String database) throws SQLException {
        int version = version(connection);
        if (version > latest) {
            throw new StoreException(database + " was written by a newer Sillage (schema " + version
                    + ", known here up to " + latest + ")");
        }
        connection.setAutoCommit(false);
        for (int number = version + 1; number <= latest; number++) {
            apply(connection, number);
        }
        connection.setAutoCommit(true);
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT VERSION FROM SCHEMA_VERSION")) {
            if (!result.next()) {
                throw new StoreException("a database does not say which schema it has");
            }
            return result.getInt(1);
        }
    }

    private void apply(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement count = connection.prepareStatement("UPDATE SCHEMA_VERSION SET VERSION = ?")) {
            for (String sql : statements(number)) {
                statement.execute(sql);
            }
            count.setInt(1, number);
            count.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private List<String> statements(int number) {
        String file = name + "-" + number + ".sql";
        try (InputStream in = classes.getFirst().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no migration " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.replaceAll("(?m)--.*$", "").split(";"))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
