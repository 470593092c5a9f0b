package fr.sillage.engine.query.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A column's categories, some of them gathered under names. Codes are in the order of the labels. */
final class FoldedCodes implements ColumnCodes {
    private static final int MISSING = -1;

    private final ColumnCodes plain;
    private final Map<String, String> names;
    private final List<String> texts = new ArrayList<>();

    /** For each plain code its own; empty until all plain codes are known. */
    private int[] folded = {};

    FoldedCodes(ColumnCodes plain, Map<String, String> names) {
        this.plain = plain;
        this.names = names;
    }

    @Override
    public boolean known() {
        return plain.known();
    }

    @Override
    public void learn(int chunk) {
        plain.learn(chunk);
    }

    @Override
    public int size() {
        fold();
        return texts.size();
    }

    private void fold() {
        if (folded.length == plain.size()) {
            return;
        }
        Labels all = plain.labels(code -> true);
        List<String> shown =
                all.texts().stream().map(text -> names.getOrDefault(text, text)).toList();
        TreeSet<String> groups = new TreeSet<>(names.values());
        shown.stream().filter(text -> !groups.contains(text)).forEach(texts::add);
        groups.stream().filter(shown::contains).forEach(texts::add);
        Map<String, Integer> codes = new HashMap<>();
        texts.forEach(text -> codes.put(text, codes.size()));
        folded = IntStream.range(0, plain.size())
                .map(code -> codes.get(shown.get(all.places()[code])))
                .toArray();
    }

    @Override
    public int[] codes(int chunk) {
        fold();
        int[] codes = plain.codes(chunk);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] < 0 ? MISSING : folded[codes[row]];
        }
        return codes;
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return Labels.sorted(size(), occurs, Integer::valueOf, texts::get);
    }
}
