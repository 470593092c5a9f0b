package fr.sillage.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Type;
import fr.sillage.engine.sql.DuckDbDialect;
import fr.sillage.engine.sql.SqlQueryEngine;
import fr.sillage.engine.sql.SqlRunner;
import fr.sillage.engine.sql.SqlTable;
import fr.sillage.engine.sql.SqlText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A database in memory. */
final class DuckDb implements SqlRunner, AutoCloseable {
    private static final long ENOUGH = 1 << 28;
    private static final int ROWS_BETWEEN_CHECKS = 1 << 10;

    private final Connection connection;
    private int tables;

    DuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** An engine over copies of the tables. */
    QueryEngine engine(Map<String, TestTable> slots) throws SQLException {
        return engine(slots, ENOUGH);
    }

    QueryEngine engine(Map<String, TestTable> slots, long answers) throws SQLException {
        Map<String, SqlTable> copies = new HashMap<>();
        for (Map.Entry<String, TestTable> slot : slots.entrySet()) {
            copies.put(slot.getKey(), copy(slot.getValue()));
        }
        return new SqlQueryEngine(copies, new DuckDbDialect(), this, answers);
    }

    private SqlTable copy(TestTable table) throws SQLException {
        String name = "table \"" + tables++;
        List<String> columns = IntStream.range(0, table.fields().size())
                .mapToObj(i -> "c " + i)
                .toList();
        String definitions = IntStream.range(0, columns.size())
                .mapToObj(i -> quoted(columns.get(i)) + " "
                        + type(table.fields().get(i).type()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + quoted(name) + " (" + definitions + ")");
        }
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(name)) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (int column = 0; column < columns.size(); column++) {
                    append(
                            appender,
                            table.fields().get(column).type(),
                            table.columns().get(column).get(row),
                            row);
                }
                appender.endRow();
            }
        }
        return new SqlTable(name, table.fields(), columns);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String type(Type type) {
        return switch (type) {
            case CATEGORY, TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    /** A decimal that is missing is now without a value, now not a number. */
    private static void append(DuckDBAppender appender, Type type, Object value, int row) throws SQLException {
        if (value == null && type == Type.DECIMAL && row % 2 == 0) {
            appender.append(Double.NaN);
        } else if (value == null) {
            appender.appendNull();
        } else {
            switch (type) {
                case CATEGORY, TEXT -> appender.append((String) value);
                case INTEGER -> appender.append(((Long) value).longValue());
                case DECIMAL -> appender.append(((Double) value).doubleValue());
                case DATE -> appender.append(LocalDate.ofEpochDay((Long) value));
                case TIMESTAMP -> appender.append(SlowKey.moment(type, (Long) value));
            }
        }
    }

    @Override
    public void run(SqlText statement, JobControl job, RowTaker taker) {
        job.check();
        try (PreparedStatement prepared = connection.prepareStatement(statement.text())) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setObject(i + 1, statement.parameters().get(i));
            }
            try (ResultSet result = prepared.executeQuery()) {
                Object[] row = new Object[result.getMetaData().getColumnCount()];
                for (long count = 0; result.next(); count++) {
                    if (count % ROWS_BETWEEN_CHECKS == 0) {
                        job.check();
                    }
                    for (int column = 0; column < row.length; column++) {
                        row[column] = taken(result.getObject(column + 1));
                    }
                    taker.take(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(statement.text(), e);
        }
    }

    private static Object taken(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Double number -> number;
            case Number number -> number.longValue();
            default -> throw new IllegalStateException(value.getClass().toString());
        };
    }
}
