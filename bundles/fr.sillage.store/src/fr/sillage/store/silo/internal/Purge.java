package fr.sillage.store.silo.internal;

import fr.sillage.api.JobControl;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes that no file of a database holds what was deleted. Derby leaves deleted rows where they were until their place is
 * used again: the tables are copied into new files (SYSCS_COMPRESS_TABLE) and the old files deleted; then the log is
 * pushed on until no file of it is left that was there before.
 */
final class Purge {
    /** What can hold something of a person. */
    private static final List<String> TABLES =
            List.of("CHUNK", "REJECT", "JOB_RESULT", "SHOWN_RESULT", "LEFT_OVER", "LOG_FILLER");

    private static final int FILLER_BYTES = 1 << 20;
    private static final int FILLERS = 9;
    private static final int MOST_TURNS = 50;

    private final LeasedDatabase.Lease lease;
    private final Path log;

    /** @param log folder of the database's log */
    Purge(LeasedDatabase.Lease lease, Path log) {
        this.lease = lease;
        this.log = log;
    }

    /**
     * Copies the tables into new files, without what is free in them; between two of them it can be cancelled. To be
     * called while no transaction writes rows; who reads waits for a table that is being copied.
     */
    void compact(JobControl job) {
        for (int i = 0; i < TABLES.size(); i++) {
            job.check();
            String table = TABLES.get(i);
            lease.inTransaction(manager -> compress(manager, table));
            job.progress((i + 1.0) / TABLES.size());
        }
        lease.inTransaction(manager -> execute(manager, "CALL SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()"));
    }

    /** The same, and the log; to be called in the same way. */
    void run() {
        compact(JobControl.NONE);
        Set<String> old = files();
        for (int turn = 0; turn < MOST_TURNS && files().stream().anyMatch(old::contains); turn++) {
            lease.inTransaction(Purge::fill);
            lease.inTransaction(manager -> execute(manager, "CALL SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()"));
        }
        lease.inTransaction(manager -> execute(manager, "TRUNCATE TABLE LOG_FILLER"));
        lease.inTransaction(manager -> execute(manager, "CALL SYSCS_UTIL.SYSCS_CHECKPOINT_DATABASE()"));
        if (files().stream().anyMatch(old::contains)) {
            throw new StoreException("the log of a database does not go on");
        }
    }

    private Set<String> files() {
        try (Stream<Path> files = Files.list(log)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("log") && name.endsWith(".dat"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Void compress(EntityManager manager, String table) {
        Connection connection = manager.unwrap(Connection.class);
        try (PreparedStatement statement =
                connection.prepareStatement("CALL SYSCS_UTIL.SYSCS_COMPRESS_TABLE(?, ?, 1)")) {
            statement.setString(1, schema(connection));
            statement.setString(2, table);
            statement.executeUpdate();
            return null;
        } catch (SQLException e) {
            throw StoreException.because("a table cannot be copied", e);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("VALUES CURRENT SCHEMA")) {
            result.next();
            return result.getString(1);
        }
    }

    /** Random, so that nothing makes less of it. */
    private static Void fill(EntityManager manager) {
        SplittableRandom random = new SplittableRandom();
        byte[] filler = new byte[FILLER_BYTES];
        try (PreparedStatement statement =
                manager.unwrap(Connection.class).prepareStatement("INSERT INTO LOG_FILLER (CONTENT) VALUES (?)")) {
            for (int i = 0; i < FILLERS; i++) {
                random.nextBytes(filler);
                statement.setBytes(1, filler);
                statement.executeUpdate();
            }
            return null;
        } catch (SQLException e) {
            throw StoreException.because("the log cannot be written", e);
        }
    }

    private static Void execute(EntityManager manager, String sql) {
        try (Statement statement = manager.unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException e) {
            throw StoreException.because("a database cannot be tidied", e);
        }
    }
}
