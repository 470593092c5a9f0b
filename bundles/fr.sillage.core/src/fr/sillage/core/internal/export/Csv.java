package fr.sillage.core.internal.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CSV by RFC 4180: UTF-8 without a byte order mark, commas, CRLF. A text that a spreadsheet would take for a formula gets
 * an apostrophe before it, and so does one that begins with apostrophes before such a sign; so whoever takes one
 * apostrophe away from every text of that look ({@code '+[=+\-@\t\r\n]}) has the texts as they were. Numbers, dates and
 * truth values are no formulas and stay as they are.
 */
final class Csv {
    private static final String LINE_END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r\\n]", Pattern.DOTALL);

    private final StringBuilder out = new StringBuilder();

    Csv(List<String> names) {
        line(names);
    }

    /**
     * @param fields each a text, a number, a truth value or an instant, or an {@link Optional} of one
     */
    void line(List<?> fields) {
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(field(fields.get(i))));
        }
        out.append(LINE_END);
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Optional<?> some -> some.map(present -> field(present)).orElse("");
            case Instant time -> time.truncatedTo(ChronoUnit.SECONDS).toString();
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** A text as it stands in a file. */
    static String text(String text) {
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    private static String quoted(String field) {
        boolean quote = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
