package fr.sillage.source.csv.internal;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line where it starts, from 1
 * @param misquoted whether text follows a closing quote, so that the cells are in doubt
 */
record Row(long line, List<String> cells, boolean misquoted) {
    Row {
        cells = List.copyOf(cells);
    }

    int length() {
        int length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }

    boolean isBlankLine() {
        return cells.size() == 1 && Blank.is(cells.getFirst());
    }

    /** Whether the row is a line such as {@code sep=;}, whatever the separator in use. */
    boolean declaresSeparator() {
        String text = String.join(";", cells);
        return text.length() == 5 && text.regionMatches(true, 0, "sep=", 0, 4);
    }
}
