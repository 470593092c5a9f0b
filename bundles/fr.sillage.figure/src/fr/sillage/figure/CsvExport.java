package fr.sillage.figure;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Published tables as a file for a spreadsheet: UTF-8 with a byte order mark; semicolons and decimal commas in French,
 * commas and decimal points in English. The tables follow each other, each after a line with its title, with an empty
 * line between. Hidden fields are empty, and the column "hidden" tells them from what is not defined.
 */
public final class CsvExport {
    private static final String LINE_END = "\r\n";
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** From here on a number is written with an exponent. */
    private static final int MOST_LEADING_ZEROS = 6;

    /** The reader's words. */
    public interface Words {
        String table(String id);

        String column(String name);

        String term(String id);

        /** Heading of the column that tells which rows are hidden, where a table has none of its own. */
        String hidden();

        String flag(boolean set);
    }

    private final Words words;
    private final char separator;
    private final char decimalSign;

    /** @param locale French or English */
    public CsvExport(Words words, Locale locale) {
        this.words = Objects.requireNonNull(words);
        boolean english = locale.getLanguage().equals("en");
        separator = english ? ',' : ';';
        decimalSign = english ? '.' : ',';
    }

    /** @param notes pairs of name and text about the origin of the numbers, written first */
    public byte[] write(List<PublishedTable> tables, List<List<String>> notes) {
        StringBuilder out = new StringBuilder("\uFEFF");
        for (List<String> note : notes) {
            line(out, note.stream().map(this::text).toList());
        }
        for (PublishedTable table : tables) {
            if (out.length() > 1) {
                out.append(LINE_END);
            }
            line(out, List.of(text(words.table(table.id()))));
            table(out, table);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void table(StringBuilder out, PublishedTable table) {
        boolean flagged = table.columns().stream().anyMatch(c -> c.kind() == TableColumn.Kind.FLAG);
        boolean mark = !flagged && table.rows().stream().anyMatch(CsvExport::hides);
        List<String> head = new ArrayList<>(
                table.columns().stream().map(c -> text(words.column(c.name()))).toList());
        if (mark) {
            head.add(text(words.hidden()));
        }
        line(out, head);
        for (List<PublishedValue> row : table.rows()) {
            List<String> fields = new ArrayList<>(row.stream().map(this::field).toList());
            if (mark) {
                fields.add(text(words.flag(hides(row))));
            }
            line(out, fields);
        }
    }

    private static boolean hides(List<PublishedValue> row) {
        return row.stream().anyMatch(PublishedValue.Withheld.class::isInstance);
    }

    private String field(PublishedValue value) {
        return switch (value) {
            case PublishedValue.Label label -> text(label.text());
            case PublishedValue.Term term -> text(words.term(term.id()));
            case PublishedValue.Number number -> number(number);
            case PublishedValue.Flag flag -> text(words.flag(flag.set()));
            case PublishedValue.Withheld withheld -> "";
        };
    }

    /** Without grouping, with the language's decimal sign; empty where not defined. */
    private String number(PublishedValue.Number number) {
        return number.decimal()
                .map(value -> written(value).replace('.', decimalSign))
                .orElse("");
    }

    private static String written(BigDecimal value) {
        return value.scale() - value.precision() > MOST_LEADING_ZEROS ? value.toString() : value.toPlainString();
    }

    /** A text that no spreadsheet takes for a formula, quoted where it must be. */
    private String text(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private void line(StringBuilder out, List<String> fields) {
        out.append(fields.stream().collect(Collectors.joining(String.valueOf(separator))))
                .append(LINE_END);
    }
}
