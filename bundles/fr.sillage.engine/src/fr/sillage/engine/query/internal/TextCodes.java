package fr.sillage.engine.query.internal;

import fr.sillage.api.JobControl;
import fr.sillage.engine.CorruptChunkException;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A category or text column: the table's own codes. */
final class TextCodes implements ColumnCodes {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?");

    private final TableChunks table;
    private final int column;
    private final List<String> texts;

    TextCodes(TableChunks table, int column) {
        this.table = table;
        this.column = column;
        this.texts = table.dictionary(column);
    }

    @Override
    public void prepare(JobControl job) {
        // the dictionary knows
    }

    @Override
    public int highest() {
        return texts.size();
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        CodeChunk codes = table.codes(column, chunk);
        requireKnown(table, column, chunk, codes, texts.size());
        codes.copyTo(into);
        return codes.hasMissing();
    }

    /** @throws CorruptChunkException where there are codes that the dictionary does not know */
    static void requireKnown(TableChunks table, int column, int chunk, CodeChunk codes, int highest) {
        if (codes.highest() > highest) {
            throw new CorruptChunkException(
                    table.key(column, chunk), "a code beyond the dictionary, which may have lost a chunk");
        }
    }

    @Override
    public Labels labels(IntPredicate occurs) {
        return labels(texts, occurs);
    }

    /**
     * By value where all texts are numbers, else as strings.
     *
     * @param texts by code less 1
     */
    static Labels labels(List<String> texts, IntPredicate occurs) {
        boolean numbers = IntStream.rangeClosed(1, texts.size())
                .filter(occurs)
                .allMatch(code -> NUMBER.matcher(texts.get(code - 1)).matches());
        return numbers
                ? Labels.sorted(
                        texts.size(), occurs, code -> new NumberText(texts.get(code - 1)), code -> texts.get(code - 1))
                : Labels.sorted(texts.size(), occurs, code -> texts.get(code - 1), code -> texts.get(code - 1));
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
