package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** A column's categories, some of them gathered under names. Codes are in the order of the labels. */
final class FoldedCodes implements ColumnCodes {
    private final ColumnCodes plain;
    private final Map<String, String> names;
    private final List<String> texts = new ArrayList<>();

    /** How many of the texts are no groups; these come first. */
    private int ungrouped;

    /** By plain code. */
    private int[] folded = {};

    FoldedCodes(ColumnCodes plain, Map<String, String> names) {
        this.plain = plain;
        this.names = names;
    }

    @Override
    public void prepare(JobControl job) {
        plain.prepare(job);
        Labels all = plain.labels(code -> true);
        List<String> shown =
                all.texts().stream().map(text -> names.getOrDefault(text, text)).toList();
        TreeSet<String> groups = new TreeSet<>(names.values());
        shown.stream().filter(text -> !groups.contains(text)).forEach(texts::add);
        ungrouped = texts.size();
        groups.stream().filter(shown::contains).forEach(texts::add);
        Map<String, Integer> codes = new HashMap<>();
        texts.forEach(text -> codes.put(text, 1 + codes.size()));
        folded = new int[plain.highest() + 1];
        for (int code = 1; code < folded.length; code++) {
            folded[code] = codes.get(shown.get(all.places()[code]));
        }
    }

    @Override
    public int highest() {
        return texts.size();
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        boolean missing = plain.fill(chunk, into);
        for (int row = 0; row < into.length; row++) {
            into[row] = folded[into[row]];
        }
        return missing;
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        IntFunction<String> text = code -> texts.get(code - 1);
        if (!(plain instanceof TextCodes)) {
            return Labels.sorted(highest(), occurs, Integer::valueOf, text);
        }
        // the order of texts depends on which of them occur: by value where all are numbers
        Labels first = TextCodes.labels(ungrouped, occurs, text);
        Labels then = Labels.sorted(highest(), code -> code > ungrouped && occurs.test(code), text, text);
        return first.followedBy(then);
    }
}
