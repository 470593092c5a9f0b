package fr.sillage.delimited;

import fr.sillage.api.source.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of columns in a header. */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * The names in a header.
     *
     * @throws SourceException where a cell is empty, or two are the same
     */
    public static List<String> of(Row row) throws SourceException {
        if (row.misquoted()) {
            throw new SourceException(DelimitedMessages.of("refused.header.quote"), row.line());
        }
        List<String> names = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        for (String cell : row.cells()) {
            String name = Blank.tidy(cell);
            int column = names.size() + 1;
            if (name.isEmpty()) {
                throw new SourceException(DelimitedMessages.of("refused.header.empty", column), row.line());
            }
            Integer before = columns.putIfAbsent(name, column);
            if (before != null) {
                throw new SourceException(DelimitedMessages.of("refused.header.twice", before, column), row.line());
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** The names in a header, made fit for a proposal where they are not: reading will refuse them and say why. */
    public static List<String> proposed(List<String> cells) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = Blank.tidy(cells.get(i));
            if (name.isEmpty() || !taken.add(name)) {
                name = "C" + (i + 1);
                while (!taken.add(name)) {
                    name += "'";
                }
            }
            names.add(name);
        }
        return names;
    }
}
