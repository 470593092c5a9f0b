package fr.sillage.engine.query.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.TableReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A category or text column: the table's own codes. */
final class TextCodes implements ColumnCodes {
    static final String BEYOND_DICTIONARY = "a code beyond the dictionary, which may have lost a chunk";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?");

    private final TableReader reader;
    private final int column;
    private final boolean labelled;
    private int size;

    /** @param labelled whether the texts will be asked for; a long list of persons need not be read */
    TextCodes(TableReader reader, int column, boolean labelled) {
        this.reader = reader;
        this.column = column;
        this.labelled = labelled;
        this.size = labelled ? reader.dictionary(column).size() : 0;
    }

    @Override
    public boolean known() {
        return labelled;
    }

    @Override
    public void learn(int chunk) {
        for (int code : reader.codes(column, chunk)) {
            size = Math.max(size, code);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int[] codes(int chunk) {
        int[] stored = reader.codes(column, chunk);
        int[] codes = new int[stored.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = stored[row] - 1;
            if (codes[row] >= size) {
                throw new CorruptChunkException(
                        new ChunkKey(reader.table().id(), column, ChunkKey.Kind.VALUES, chunk), BEYOND_DICTIONARY);
            }
        }
        return codes;
    }

    /** By value where all texts are numbers, else as strings. */
    @Override
    public Labels labels(IntPredicate occurs) {
        List<String> texts = reader.dictionary(column);
        boolean numbers = IntStream.range(0, size)
                .filter(occurs)
                .allMatch(code -> NUMBER.matcher(texts.get(code)).matches());
        return numbers
                ? Labels.sorted(size, occurs, code -> new NumberText(texts.get(code)), texts::get)
                : Labels.sorted(size, occurs, texts::get, texts::get);
    }

    /** Orders texts by the number that they show; different texts of one number ("1", "1.0") as strings. */
    private record NumberText(BigDecimal number, String text) implements Comparable<NumberText> {
        NumberText(String text) {
            this(new BigDecimal(text.replace(',', '.')), text);
        }

        @Override
        public int compareTo(NumberText other) {
            int byNumber = number.compareTo(other.number);
            return byNumber != 0 ? byNumber : text.compareTo(other.text);
        }
    }
}
