package fr.sillage.api.query;

import java.util.List;
import java.util.Objects;

/**
 * Texts with the categories of their rows: the answer to {@link Query.Texts}. One entry a row, in an order that tells
 * nothing, another one in each answer. Texts that come again are there once ({@link #texts}), so that each is read once.
 */
public final class TextSet {
    private final List<Key> keys;
    private final List<List<String>> labels;
    private final List<String> texts;
    private final int[] textOf;
    private final int[][] codes;
    private final LeftOut leftOut;

    /**
     * Rows that the filter takes, but that are not among the entries. One that lacks both is counted once, for its text.
     *
     * @param withoutText rows without a text
     * @param withoutKey rows with a text that lack a key
     */
    public record LeftOut(long withoutText, long withoutKey) {}

    /**
     * @param labels for each key the categories that occur, in their order; a code is a position in it
     * @param texts the different texts, in the order in which entries name them first
     * @param textOf for each entry the position of its text; becomes the set's
     * @param codes for each key the codes of the entries; become the set's
     */
    public TextSet(
            List<Key> keys,
            List<List<String>> labels,
            List<String> texts,
            int[] textOf,
            int[][] codes,
            LeftOut leftOut) {
        this.keys = List.copyOf(keys);
        this.labels = labels.stream().map(List::copyOf).toList();
        this.texts = List.copyOf(texts);
        this.textOf = textOf;
        this.codes = codes;
        this.leftOut = Objects.requireNonNull(leftOut);
    }

    public List<Key> keys() {
        return keys;
    }

    public List<String> labels(int key) {
        return labels.get(key);
    }

    /** The different texts. */
    public List<String> texts() {
        return texts;
    }

    /** How many entries there are. */
    public int size() {
        return textOf.length;
    }

    public String text(int entry) {
        return texts.get(textOf[entry]);
    }

    /** The position of an entry's text among {@link #texts}. */
    public int textOf(int entry) {
        return textOf[entry];
    }

    /** An entry's category of a key, as a position among its labels. */
    public int code(int entry, int key) {
        return codes[key][entry];
    }

    public LeftOut leftOut() {
        return leftOut;
    }
}
