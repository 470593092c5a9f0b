package fr.sillage.engine.join.internal;

import fr.sillage.api.JobControl;
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
final class ChoiceCodes implements Categories {
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

    /** The rows' choices as codes of the key. */
    Explosion explosion(int key, JobControl job) {
        Explosion.Entries entries = new Explosion.Entries(1);
        for (int code = 0; code < choicesOf.size(); code++) {
            job.check();
            for (int choice : choicesOf.get(code)) {
                entries.add(code, new int[] {choice});
            }
        }
        return new Explosion(new int[] {key}, (chunk, rows, into) -> whole.fill(chunk, into), entries);
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return TextCodes.labels(choices.size(), occurs, code -> choices.get(code - 1));
    }
}
