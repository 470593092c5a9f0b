package fr.sillage.core.internal.imports;

import fr.sillage.api.data.Column;
import fr.sillage.engine.ColumnRows;
import fr.sillage.engine.MemoryBudget;
import fr.sillage.engine.TextNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The texts of one column that were treated before: each different one is treated once in an import, as long as there is
 * room to remember that it was. Neither texts nor what they became are kept. Used by one thread.
 */
final class TreatedTexts implements AutoCloseable {
    private final TextNumbers numbers;

    TreatedTexts(MemoryBudget budget) {
        this.numbers = new TextNumbers(budget);
    }

    /** @param treatment of texts, each of which depends on itself alone; yields texts */
    ColumnRows apply(Column.Texts in, UnaryOperator<Column> treatment) {
        String[] texts = in.values();
        int next = numbers.size() + 1;
        int[] rows = numbers.of(texts);
        List<String> fresh = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] == next) {
                fresh.add(texts[row]);
                next++;
            } else if (rows[row] == 0 && texts[row] != null) {
                others.add(texts[row]);
                rows[row] = -others.size();
            }
        }
        return new ColumnRows.Numbered(rows, treated(fresh, treatment), treated(others, treatment));
    }

    private static String[] treated(List<String> texts, UnaryOperator<Column> treatment) {
        if (texts.isEmpty()) {
            return new String[0];
        }
        return ((Column.Texts) treatment.apply(new Column.Texts(texts.toArray(String[]::new)))).values();
    }

    @Override
    public void close() {
        numbers.close();
    }
}
