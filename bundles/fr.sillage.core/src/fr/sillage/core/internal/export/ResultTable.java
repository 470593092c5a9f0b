package fr.sillage.core.internal.export;

import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.internal.export.SchemaField.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A published table for machines. One more column names, in each row, the columns whose value is withheld, so that these
 * are told from values that are not defined; both are empty.
 */
final class ResultTable {
    private static final String WITHHELD = "withheld";
    /** More different texts are no categories to choose from. */
    private static final int MOST_CATEGORIES = 1_000;

    private final PublishedTable table;
    private final List<String> names = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();

    ResultTable(PublishedTable table) {
        this.table = table;
        Set<String> given = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            names.add(free(table.columns().get(i).name(), given));
            kinds.add(kind(i));
        }
        names.add(free(WITHHELD, given));
    }

    private static String free(String wanted, Set<String> given) {
        String name = wanted;
        for (int number = 2; !given.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    /** What all values of a column are; texts where they are of several kinds. */
    private Kind kind(int column) {
        TableColumn.Kind declared = table.columns().get(column).kind();
        List<PublishedValue> values = table.rows().stream()
                .map(row -> row.get(column))
                .filter(value -> !(value instanceof PublishedValue.Withheld))
                .toList();
        boolean numbers = values.stream().allMatch(PublishedValue.Number.class::isInstance);
        boolean flags = values.stream().allMatch(PublishedValue.Flag.class::isInstance);
        return switch (declared) {
            case LABEL, TERM -> Kind.STRING;
            case FLAG -> flags ? Kind.BOOLEAN : Kind.STRING;
            case INTEGER ->
                !numbers ? Kind.STRING : values.stream().allMatch(ResultTable::isWhole) ? Kind.INTEGER : Kind.NUMBER;
            case DECIMAL, PROBABILITY -> numbers ? Kind.NUMBER : Kind.STRING;
        };
    }

    private static boolean isWhole(PublishedValue value) {
        return value instanceof PublishedValue.Number number
                && number.decimal()
                        .filter(exact -> exact.stripTrailingZeros().scale() > 0)
                        .isEmpty();
    }

    /** @param titles of columns, by the analysis's name for them @param terms by id @param withheld title of the last one */
    List<SchemaField> fields(UnaryOperator<String> titles, UnaryOperator<String> terms, String withheld, String why) {
        List<SchemaField> fields = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            SchemaField field = SchemaField.of(
                    names.get(i),
                    kinds.get(i),
                    titles.apply(table.columns().get(i).name()));
            fields.add(kinds.get(i) == Kind.STRING ? field.among(categories(i, terms)) : field);
        }
        fields.add(SchemaField.of(names.getLast(), Kind.STRING, withheld).described(why));
        return fields;
    }

    private SequencedMap<String, String> categories(int column, UnaryOperator<String> terms) {
        SequencedMap<String, String> categories = new LinkedHashMap<>();
        for (List<PublishedValue> row : table.rows()) {
            switch (row.get(column)) {
                case PublishedValue.Label label
                when !label.text().isEmpty() -> categories.put(label.text(), label.text());
                case PublishedValue.Term term -> categories.put(term.id(), terms.apply(term.id()));
                case PublishedValue.Label empty -> {
                    // the same as none
                }
                case PublishedValue.Withheld hidden -> {
                    // empty
                }
                case PublishedValue.Number number -> {
                    return new LinkedHashMap<>(); // no categories
                }
                case PublishedValue.Flag flag -> {
                    return new LinkedHashMap<>();
                }
            }
        }
        return categories.size() > MOST_CATEGORIES ? new LinkedHashMap<>() : categories;
    }

    /** As {@link Csv#line} takes them. */
    List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (List<PublishedValue> row : table.rows()) {
            List<Object> fields = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                fields.add(value(row.get(i), kinds.get(i)));
            }
            fields.add(String.join(" ", withheld(row)));
            rows.add(fields);
        }
        return rows;
    }

    /** For JSON: a map for each row. */
    List<Map<String, Object>> objects() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<PublishedValue> row : table.rows()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = value(row.get(i), kinds.get(i));
                object.put(names.get(i), value instanceof Optional<?> ? null : value);
            }
            object.put(names.getLast(), withheld(row));
            rows.add(object);
        }
        return rows;
    }

    private List<String> withheld(List<PublishedValue> row) {
        List<String> withheld = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof PublishedValue.Withheld) {
                withheld.add(names.get(i));
            }
        }
        return withheld;
    }

    private static Object value(PublishedValue value, Kind kind) {
        return switch (value) {
            case PublishedValue.Label label -> label.text();
            case PublishedValue.Term term -> term.id();
            case PublishedValue.Flag flag -> kind == Kind.STRING ? Boolean.toString(flag.set()) : flag.set();
            case PublishedValue.Withheld withheld -> Optional.empty();
            case PublishedValue.Number number ->
                number.decimal()
                        .map(exact -> kind == Kind.INTEGER ? exact.setScale(0) : exact)
                        .<Object>map(exact -> kind == Kind.STRING ? exact.toPlainString() : exact)
                        .orElse(Optional.empty());
        };
    }

    /** Name and type of each column, for JSON. */
    List<Map<String, Object>> columns(UnaryOperator<String> titles) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", names.get(i));
            column.put("type", PackageWords.code(kinds.get(i)));
            column.put("title", titles.apply(table.columns().get(i).name()));
            columns.add(column);
        }
        return columns;
    }
}
