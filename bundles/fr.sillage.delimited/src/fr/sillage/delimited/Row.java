package fr.sillage.delimited;

import fr.sillage.api.Message;
import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in the file.
 *
 * @param line where it starts, from 1
 * @param misquoted whether text follows a closing quote, so that the cells are in doubt
 */
public record Row(long line, List<String> cells, boolean misquoted) {
    public Row {
        cells = List.copyOf(cells);
    }

    public boolean isBlankLine() {
        return cells.size() == 1 && Blank.is(cells.getFirst());
    }

    /** Whether the row is a line such as {@code sep=;}, whatever the separator in use. */
    public boolean declaresSeparator() {
        String text = String.join(";", cells);
        return text.length() == 5 && text.regionMatches(true, 0, "sep=", 0, 4);
    }

    /**
     * What keeps the row out of a table.
     *
     * @param width cells that its rows have
     */
    public Optional<Message> fault(int width) {
        if (misquoted) {
            return Optional.of(DelimitedMessages.of("reject.quote"));
        }
        if (cells.size() != width) {
            String key = cells.size() > width ? "reject.cells.many" : "reject.cells.few";
            return Optional.of(DelimitedMessages.of(key, cells.size(), width));
        }
        return Optional.empty();
    }
}
