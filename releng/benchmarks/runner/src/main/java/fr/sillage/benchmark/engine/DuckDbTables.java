package fr.sillage.benchmark.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The samples in a DuckDB database: as DuckDB reads them, and once more with their text columns coded by hand, that is
 * as whole numbers as narrow as they allow, in the order of the texts. One column has the same codes in all tables.
 */
final class DuckDbTables {
    private static final Map<String, List<String>> CODED = Map.of(
            Works.REGISTRATIONS,
            List.of("email", "academie", "corps", "fonction", "module", "session", "modalite"),
            Works.POSTINGS,
            List.of("email", "etablissement", "discipline"));

    /** Table names, and constants with the column that they are compared with. */
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");

    private static final String CODES = "codes_";

    /** By column: the texts in the order of their codes. */
    private final Map<String, List<String>> texts = new HashMap<>();

    /** Reads the codes of a database. */
    DuckDbTables(Connection connection) throws SQLException {
        for (String column :
                CODED.values().stream().flatMap(List::stream).distinct().toList()) {
            List<String> ofColumn = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery("SELECT text FROM " + CODES + column + " ORDER BY code")) {
                while (result.next()) {
                    ofColumn.add(result.getString(1));
                }
            }
            texts.put(column, ofColumn);
        }
    }

    /** Makes the database where it is not there. */
    static void make(Path database, Map<String, Path> files) throws Exception {
        if (Files.exists(database)) {
            return;
        }
        Path half = database.resolveSibling(database.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + half);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                statement.execute("CREATE TABLE " + file.getKey() + " AS SELECT * FROM read_csv('" + file.getValue()
                        + "', header = true)");
            }
            for (String column :
                    CODED.values().stream().flatMap(List::stream).distinct().toList()) {
                makeCodes(statement, column);
            }
            for (Map.Entry<String, List<String>> table : CODED.entrySet()) {
                StringBuilder select = new StringBuilder("SELECT t.* REPLACE (");
                StringBuilder joins = new StringBuilder(" FROM " + table.getKey() + " t");
                for (String column : table.getValue()) {
                    select.append(select.toString().endsWith("(") ? "" : ", ")
                            .append("c_%1$s.code AS %1$s".formatted(column));
                    joins.append(" JOIN %2$s%1$s c_%1$s ON c_%1$s.text = t.%1$s".formatted(column, CODES));
                }
                statement.execute("CREATE TABLE coded_" + table.getKey() + " AS " + select + ")" + joins);
            }
        }
        Files.move(half, database);
    }

    private static void makeCodes(Statement statement, String column) throws SQLException {
        List<String> tables = CODED.keySet().stream()
                .filter(table -> CODED.get(table).contains(column))
                .map(table -> "SELECT " + column + " AS text FROM " + table)
                .toList();
        String all =
                String.join(" UNION ", tables.size() == 1 ? List.of(tables.getFirst(), tables.getFirst()) : tables);
        int count;
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM (" + all + ")")) {
            result.next();
            count = result.getInt(1);
        }
        String type = count <= 1 << Byte.SIZE ? "UTINYINT" : count <= 1 << Short.SIZE ? "USMALLINT" : "UINTEGER";
        statement.execute("CREATE TABLE " + CODES + column + " AS SELECT (row_number() OVER (ORDER BY text) - 1)::"
                + type + " AS code, text FROM (" + all + ")");
    }

    /** A work's statement over the columns as they are. */
    static String plain(String sql) {
        return IN_BRACES
                .matcher(sql)
                .replaceAll(found -> found.group(2) == null ? found.group(1) : "'" + found.group(2) + "'");
    }

    /** The same over coded columns. */
    String coded(String sql) {
        return IN_BRACES
                .matcher(sql)
                .replaceAll(found -> found.group(2) == null
                        ? "coded_" + found.group(1)
                        : Integer.toString(texts.get(found.group(1)).indexOf(found.group(2))));
    }

    /** What a value of an answer's column stands for. */
    Object decoded(String column, Object value) {
        List<String> ofColumn = texts.get(column.split(":")[0]);
        if (ofColumn == null) {
            return value;
        }
        return value instanceof List<?> list
                ? list.stream().map(code -> text(ofColumn, code)).toList()
                : text(ofColumn, value);
    }

    private static String text(List<String> texts, Object code) {
        return code instanceof Number number ? texts.get(number.intValue()) : code.toString();
    }
}
