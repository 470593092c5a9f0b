package fr.sillage.engine.key.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.query.TooManyCellsException;
import fr.sillage.engine.column.internal.CodeChunk;
import fr.sillage.engine.table.internal.TableChunks;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A category or text column: the table's own codes. */
public final class TextCodes implements ColumnCodes {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?");

    private final TableChunks table;
    private final int column;
    private final int highest;

    public TextCodes(TableChunks table, int column) {
        this.table = table;
        this.column = column;
        this.highest = table.texts(column);
    }

    @Override
    public void prepare(JobControl job) {
        // the dictionary knows
    }

    @Override
    public int highest() {
        return highest;
    }

    @Override
    public boolean fill(int chunk, int[] into) {
        CodeChunk codes = table.knownCodes(column, chunk);
        codes.copyTo(into);
        return codes.hasMissing();
    }

    /** @throws TooManyCellsException where more occur than an answer may have */
    @Override
    public Labels labels(IntPredicate occurs) {
        Map<Integer, String> texts = new HashMap<>();
        table.eachText(column, (code, text) -> {
            if (occurs.test(code)) {
                texts.put(code, text);
                if (texts.size() > TooManyCellsException.MOST) {
                    throw new TooManyCellsException();
                }
            }
        });
        return labels(highest, occurs, texts::get);
    }

    /** By value where all texts are numbers, else as strings. */
    public static Labels labels(int highest, IntPredicate occurs, IntFunction<String> text) {
        boolean numbers = IntStream.rangeClosed(1, highest)
                .filter(occurs)
                .allMatch(code -> NUMBER.matcher(text.apply(code)).matches());
        return numbers
                ? Labels.sorted(highest, occurs, code -> new NumberText(text.apply(code)), text)
                : Labels.sorted(highest, occurs, text, text);
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
