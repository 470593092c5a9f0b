package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Stopwatch;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** DuckDB's side, in a JVM of its own: once on the columns as they are, once on columns coded by hand. */
final class DuckDbSide {
    private DuckDbSide() {}

    /** @param arguments database, CSV files of registrations and postings, measured rounds, part of the works' names */
    public static void main(String[] arguments) throws Exception {
        Path database = Path.of(arguments[0]);
        DuckDbTables.make(
                database, Map.of(Works.REGISTRATIONS, Path.of(arguments[1]), Works.POSTINGS, Path.of(arguments[2])));
        try (Connection connection = connect(database)) {
            DuckDbTables tables = new DuckDbTables(connection);
            for (Work<?> work : Works.all()) {
                if (work.name().contains(arguments[4])) {
                    measure(connection, tables, work, false, Integer.parseInt(arguments[3]));
                    measure(connection, tables, work, true, Integer.parseInt(arguments[3]));
                }
            }
        }
    }

    static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + database);
    }

    private static void measure(Connection connection, DuckDbTables tables, Work<?> work, boolean coded, int measured)
            throws Exception {
        String side = coded ? Goal.CODED : Goal.DUCKDB;
        String statement = coded ? tables.coded(work.sql()) : DuckDbTables.plain(work.sql());
        ChildJvm.tell(
                side + " " + work.name(),
                Stopwatch.warm(
                        SillageSide.WARM_SECONDS,
                        measured,
                        () -> answer(connection, statement, (columns, line) -> {})));
        Check check = new Check();
        answer(connection, coded ? tables.coded(work.reads()) : DuckDbTables.plain(work.reads()), (columns, line) -> {
            for (int column = 0; column < line.size(); column++) {
                line.set(column, tables.decoded(columns.get(column), line.get(column)));
            }
            check.line(line);
        });
        ChildJvm.tell("check " + side + " " + work.name(), check.value());
    }

    /** Takes a line of an answer: names of its columns, and its values, which are changed afterwards. */
    interface Taker {
        void take(List<String> columns, List<Object> values);
    }

    /** Executes a statement and fetches its answer, if it has one. */
    static Connection answer(Connection connection, String sql, Taker taker) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return connection;
            }
            try (ResultSet result = statement.getResultSet()) {
                List<String> names = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    names.add(result.getMetaData().getColumnLabel(column));
                }
                List<Object> values = new ArrayList<>();
                while (result.next()) {
                    values.clear();
                    for (int column = 1; column <= names.size(); column++) {
                        Object value = result.getObject(column);
                        values.add(value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value);
                    }
                    taker.take(names, values);
                }
            }
        }
        return connection;
    }
}
