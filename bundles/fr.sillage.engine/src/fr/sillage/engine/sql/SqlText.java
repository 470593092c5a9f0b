package fr.sillage.engine.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with its parameters in their order. Values never become part of the text.
 *
 * @param parameters texts, whole numbers ({@code Long}) and decimals ({@code Double})
 */
public record SqlText(String text, List<Object> parameters) {
    private static final String PLACE = "{}";

    public SqlText {
        parameters = List.copyOf(parameters);
    }

    /**
     * @param template in which each <code>{}</code> stands for the next part
     * @param parts another piece is put in as it is, anything else becomes a parameter
     */
    public static SqlText of(String template, Object... parts) {
        StringBuilder text = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        int from = 0;
        for (Object part : parts) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("more parts than places");
            }
            text.append(template, from, place);
            if (part instanceof SqlText piece) {
                text.append(piece.text);
                parameters.addAll(piece.parameters);
            } else {
                text.append('?');
                parameters.add(part);
            }
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("fewer parts than places");
        }
        return new SqlText(text.append(template, from, template.length()).toString(), parameters);
    }

    public static SqlText join(String separator, List<SqlText> parts) {
        return new SqlText(
                String.join(separator, parts.stream().map(SqlText::text).toList()),
                parts.stream().flatMap(part -> part.parameters.stream()).toList());
    }
}
