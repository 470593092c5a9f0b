package fr.sillage.benchmark.imports;

import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Stopwatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * DuckDB's side, in a JVM of its own. It encrypts by the code that comes with it: the faster one, OpenSSL's, is in an
 * extension that would have to be downloaded.
 */
final class DuckDbImport {
    private DuckDbImport() {}

    /** @param arguments name in the results, CSV file, database file, whether it is encrypted */
    public static void main(String[] arguments) throws Exception {
        Path database = Path.of(arguments[2]);
        String key = Boolean.parseBoolean(arguments[3]) ? " (ENCRYPTION_KEY 'a passphrase of the benchmark')" : "";
        double processor = Processor.seconds();
        double millis = Stopwatch.once(() -> {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("SET force_mbedtls_unsafe = 'true'");
                statement.execute("ATTACH '" + database + "' AS target" + key);
                statement.execute("CREATE TABLE target.registrations AS SELECT * FROM read_csv('" + arguments[1]
                        + "', header = true)");
                statement.execute("DETACH target");
            }
            return database;
        });
        ChildJvm.tell(arguments[0] + " time", millis / 1_000);
        ChildJvm.tell(arguments[0] + " processor", Processor.seconds() - processor);
        ChildJvm.tell(arguments[0] + " disk", Files.size(database) / 1e6);
    }
}
