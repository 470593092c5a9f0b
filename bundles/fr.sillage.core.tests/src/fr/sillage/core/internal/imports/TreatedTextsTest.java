package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Column;
import fr.sillage.engine.ColumnRows;
import fr.sillage.engine.MemoryBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreatedTextsTest {
    private static final int BATCHES = 40;
    private static final int ROWS = 500;

    private final List<String> asked = new ArrayList<>();

    @Test
    void eachTextIsTreatedOnceAndStandsInAllItsRows() {
        MemoryBudget budget = new MemoryBudget(1 << 20);
        assertRightRows(budget);
        assertEquals(new HashSet<>(asked).size(), asked.size(), "none twice");
        assertEquals(0, budget.taken(), "for the next import");
    }

    @Test
    void whatCannotBeRememberedIsTreatedAgain() {
        assertRightRows(new MemoryBudget(20_000));
        assertTrue(asked.size() > new HashSet<>(asked).size());
    }

    private void assertRightRows(MemoryBudget budget) {
        Random random = new Random(7);
        List<String> known = new ArrayList<>();
        try (TreatedTexts treated = new TreatedTexts(budget)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                String[] texts = new String[ROWS];
                Arrays.setAll(texts, row -> random.nextInt(10) == 0 ? null : "text " + random.nextInt(2_000));
                ColumnRows.Numbered rows = (ColumnRows.Numbered) treated.apply(new Column.Texts(texts), this::reversed);
                known.addAll(Arrays.asList(rows.fresh()));
                assertArrayEquals(reversed(texts), read(rows, known), "batch " + batch);
            }
        }
    }

    private static String[] read(ColumnRows.Numbered rows, List<String> known) {
        return Arrays.stream(rows.numbers())
                .mapToObj(
                        number -> number > 0 ? known.get(number - 1) : number == 0 ? null : rows.others()[-number - 1])
                .toArray(String[]::new);
    }

    private Column reversed(Column in) {
        String[] texts = ((Column.Texts) in).values();
        asked.addAll(Arrays.asList(texts));
        return new Column.Texts(reversed(texts));
    }

    /** One text in seven becomes a missing value. */
    private static String[] reversed(String[] texts) {
        return Arrays.stream(texts)
                .map(text -> text == null || text.hashCode() % 7 == 0
                        ? null
                        : new StringBuilder(text).reverse().toString())
                .toArray(String[]::new);
    }
}
