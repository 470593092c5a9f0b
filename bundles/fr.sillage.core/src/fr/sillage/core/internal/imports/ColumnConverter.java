package fr.sillage.core.internal.imports;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Turns the texts of one column into values of the planned type. Not to be shared between threads. */
final class ColumnConverter {
    /**
     * A converted column.
     *
     * @param bad rows whose text is no value of the type; their value means nothing
     */
    record Converted(Column column, BitSet bad) {}

    private final Type type;
    private final ValueFormat.Parser parser;
    private final RecentValues recent = new RecentValues();

    ColumnConverter(ColumnPlan plan) {
        type = plan.field().type();
        parser = plan.format().parser();
    }

    Converted convert(Column.Texts texts) {
        return switch (type) {
            case CATEGORY, TEXT -> new Converted(texts, new BitSet());
            case DECIMAL -> decimals(texts.values());
            case INTEGER, DATE, TIMESTAMP -> longs(texts.values());
        };
    }

    private Converted longs(String[] texts) {
        long[] values = new long[texts.length];
        BitSet missing = new BitSet();
        BitSet bad = new BitSet();
        read(texts, missing, bad, (row, value) -> values[row] = value);
        return new Converted(new Column.Longs(values, missing), bad);
    }

    private Converted decimals(String[] texts) {
        double[] values = new double[texts.length];
        BitSet missing = new BitSet();
        BitSet bad = new BitSet();
        read(texts, missing, bad, (row, value) -> values[row] = Double.longBitsToDouble(value));
        return new Converted(new Column.Doubles(values, missing), bad);
    }

    /** What is done with what a row's text was read as: a number, or the bits of a decimal. */
    private interface ValueWork {
        void accept(int row, long value);
    }

    private void read(String[] texts, BitSet missing, BitSet bad, ValueWork work) {
        int[] rest = new int[texts.length];
        int count = 0;
        for (int row = 0; row < texts.length; row++) {
            int place = texts[row] == null ? -1 : recent.find(texts[row]);
            if (place < 0) {
                rest[count++] = row;
            } else {
                work.accept(row, recent.value(place));
                if (recent.isBad(place)) {
                    bad.set(row);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            readAnew(texts[rest[i]], rest[i], missing, bad, work);
        }
    }

    /** A text that was not among the recent ones, or one that is missing. */
    private void readAnew(String text, int row, BitSet missing, BitSet bad, ValueWork work) {
        if (isMissing(text)) {
            missing.set(row);
            return;
        }
        OptionalLong parsed = parse(text);
        recent.put(text, parsed.orElse(0), parsed.isEmpty());
        work.accept(row, parsed.orElse(0));
        if (parsed.isEmpty()) {
            bad.set(row);
        }
    }

    private OptionalLong parse(String text) {
        if (type != Type.DECIMAL) {
            return parser.parseLong(text);
        }
        OptionalDouble value = parser.parseDouble(text);
        return value.isPresent()
                ? OptionalLong.of(Double.doubleToRawLongBits(value.getAsDouble()))
                : OptionalLong.empty();
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
