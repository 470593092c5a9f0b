package fr.sillage.engine.join.internal;

import fr.sillage.engine.key.internal.Categories;
import fr.sillage.engine.key.internal.ChoiceTexts;
import fr.sillage.engine.key.internal.Labels;
import fr.sillage.engine.key.internal.TextCodes;
import fr.sillage.engine.table.internal.TableChunks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** A text column whose texts hold several values each: splits each different text once. */
public final class ChoiceCodes implements Categories {
    private final TextCodes whole;
    private final List<String> choices = new ArrayList<>();

    /** For each code of a text its choices; those of none, and of a missing text, are the code 0 alone. */
    private final List<int[]> choicesOf = new ArrayList<>();

    /** @throws IllegalArgumentException where the column is not of texts */
    ChoiceCodes(TableChunks table, int column, String separator) {
        if (!table.table().fields().get(column).type().isText()) {
            throw new IllegalArgumentException(
                    "no choices of a " + table.table().fields().get(column).type());
        }
        this.whole = new TextCodes(table, column);
        Map<String, Integer> codes = new HashMap<>();
        ChoiceTexts texts = new ChoiceTexts(separator);
        choicesOf.add(new int[] {0});
        table.eachText(column, (number, text) -> {
            Set<String> parts = texts.values(text);
            choicesOf.add(
                    parts.isEmpty()
                            ? new int[] {0}
                            : parts.stream()
                                    .mapToInt(part -> codes.computeIfAbsent(part, p -> {
                                        choices.add(p);
                                        return choices.size();
                                    }))
                                    .toArray());
        });
    }

    @Override
    public int highest() {
        return choices.size();
    }

    /** The column's own codes, by which {@link #of} knows the choices. */
    public TextCodes whole() {
        return whole;
    }

    /**
     * The choices of a text, each once; the array belongs to all who ask.
     *
     * @param whole the text's code
     * @return the code 0 alone where there are none
     */
    public int[] of(int whole) {
        return choicesOf.get(whole);
    }

    /** How many choices a text has on average, over the different texts. */
    public double average() {
        return choicesOf.stream().mapToInt(choices -> choices.length).average().orElse(1);
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return TextCodes.labels(choices.size(), occurs, code -> choices.get(code - 1));
    }
}
