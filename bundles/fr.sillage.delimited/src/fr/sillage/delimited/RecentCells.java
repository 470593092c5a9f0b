package fr.sillage.delimited;

import java.util.Arrays;

/**
 * Short texts that were read before, by column: where the same ones come again and again one object stands for all.
 * Used by one thread.
 */
final class RecentCells {
    private static final int SIZE = 1 << 11;
    private static final int LONGEST = 32;
    private static final int MOST_COLUMNS = 64;

    /** So many signs at the end of a text tell where it is to be found. */
    private static final int TELLING = 8;

    /** A column whose texts were not found so much more often than they were is left alone. */
    private static final int PATIENCE = 2_048;

    private Column[] columns = {};

    private static final class Column {
        private final String[] texts = new String[SIZE];
        private final char[][] signs = new char[SIZE][];
        private int left = PATIENCE;
    }

    String text(int column, char[] signs, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST || column >= MOST_COLUMNS) {
            return new String(signs, from, length);
        }
        Column recent = column(column);
        if (recent.left <= 0) {
            return new String(signs, from, length);
        }
        int hash = length;
        for (int i = Math.max(from, to - TELLING); i < to; i++) {
            hash = 31 * hash + signs[i];
        }
        int place = (hash ^ hash >>> 15) & SIZE - 1;
        char[] known = recent.signs[place];
        if (known != null && Arrays.equals(known, 0, known.length, signs, from, to)) {
            recent.left = Math.min(PATIENCE, recent.left + 1);
            return recent.texts[place];
        }
        recent.left--;
        String text = new String(signs, from, length);
        recent.texts[place] = text;
        recent.signs[place] = Arrays.copyOfRange(signs, from, to);
        return text;
    }

    private Column column(int column) {
        if (column >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(column + 1, 2 * columns.length));
        }
        if (columns[column] == null) {
            columns[column] = new Column();
        }
        return columns[column];
    }
}
