package fr.sillage.engine.rows.internal;

import fr.sillage.engine.key.internal.ColumnCodes;
import fr.sillage.engine.key.internal.Labels;
import java.util.List;
import java.util.stream.IntStream;

/** Which categories of some columns occur; one for each thread, put together afterwards. */
final class Occurring {
    private final List<ColumnCodes> columns;
    private final boolean[][] codes;

    /** @param columns prepared */
    Occurring(List<ColumnCodes> columns) {
        this.columns = columns;
        this.codes = new boolean[columns.size()][];
        for (int column = 0; column < codes.length; column++) {
            codes[column] = new boolean[columns.get(column).highest() + 1];
        }
    }

    /** Marks of a column by its codes. */
    boolean[] of(int column) {
        return codes[column];
    }

    /** The labels of each column's categories that one of them has met. */
    static List<Labels> labels(List<ColumnCodes> columns, List<Occurring> met) {
        Occurring all = new Occurring(columns);
        met.forEach(all::add);
        return IntStream.range(0, columns.size())
                .mapToObj(column -> columns.get(column).labels(code -> all.codes[column][code]))
                .toList();
    }

    private void add(Occurring other) {
        for (int column = 0; column < codes.length; column++) {
            for (int code = 0; code < codes[column].length; code++) {
                codes[column][code] |= other.codes[column][code];
            }
        }
    }
}
