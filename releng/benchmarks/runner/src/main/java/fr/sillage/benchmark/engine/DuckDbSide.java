package fr.sillage.benchmark.engine;

import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Stopwatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** DuckDB's side, in a JVM of its own: once on the columns as they are, once on columns coded by hand. */
final class DuckDbSide {
    private static final Pattern CONSTANT = Pattern.compile("\\{(\\w+):([^}]*)}");
    private static final List<String> CODED =
            List.of("email", "academie", "corps", "fonction", "module", "session", "modalite");

    private DuckDbSide() {}

    /** @param arguments database file, CSV file, unmeasured rounds, measured rounds */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            load(file, Path.of(arguments[1]));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            int unmeasured = Integer.parseInt(arguments[2]);
            int measured = Integer.parseInt(arguments[3]);
            for (Work<?> work : Work.all()) {
                String plain = replaced(work.sql(), (column, text) -> "'" + text + "'");
                ChildJvm.tell("check " + work.name(), Work.check(answer(connection, plain)));
                ChildJvm.tell(
                        "text " + work.name(), Stopwatch.median(unmeasured, measured, () -> answer(connection, plain)));
                String coded = replaced(work.sql(), (column, text) -> code(connection, column, text))
                        .replace("FROM registrations", "FROM coded");
                ChildJvm.tell(
                        "coded " + work.name(),
                        Stopwatch.median(unmeasured, measured, () -> answer(connection, coded)));
            }
        }
    }

    private static void load(Path file, Path csv) throws Exception {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + half);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE registrations AS SELECT * FROM read_csv('" + csv + "', header = true)");
            StringBuilder select = new StringBuilder("SELECT r.* EXCLUDE (" + String.join(", ", CODED) + ")");
            StringBuilder joins = new StringBuilder(" FROM registrations r");
            for (String column : CODED) {
                statement.execute("CREATE TABLE codes_" + column + " AS SELECT (row_number() OVER (ORDER BY text) - 1)"
                        + "::INTEGER AS code, text FROM (SELECT DISTINCT " + column + " AS text FROM registrations)");
                select.append(", c_%1$s.code AS %1$s".formatted(column));
                joins.append(" JOIN codes_%1$s c_%1$s ON c_%1$s.text = r.%1$s".formatted(column));
            }
            statement.execute("CREATE TABLE coded AS " + select + joins);
        }
        Files.move(half, file);
    }

    /** What stands in the place of a constant. */
    private interface Constant {
        String of(String column, String text) throws SQLException;
    }

    private static String replaced(String sql, Constant constant) throws SQLException {
        StringBuilder out = new StringBuilder();
        var matcher = CONSTANT.matcher(sql);
        while (matcher.find()) {
            matcher.appendReplacement(out, constant.of(matcher.group(1), matcher.group(2)));
        }
        return matcher.appendTail(out).toString();
    }

    private static String code(Connection connection, String column, String text) throws SQLException {
        return answer(connection, "SELECT code FROM codes_" + column + " WHERE text = '" + text + "'")
                .getFirst();
    }

    private static List<String> answer(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            List<Object> values = new ArrayList<>();
            while (result.next()) {
                values.clear();
                for (int column = 1; column <= columns; column++) {
                    values.add(result.getObject(column));
                }
                lines.add(Work.line(values));
            }
        }
        return lines;
    }
}
