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
        for (int row = 0; row < texts.length; row++) {
            if (isMissing(texts[row])) {
                missing.set(row);
            } else {
                OptionalLong value = parser.parseLong(texts[row]);
                values[row] = value.orElse(0);
                bad.set(row, value.isEmpty());
            }
        }
        return new Converted(new Column.Longs(values, missing), bad);
    }

    private Converted decimals(String[] texts) {
        double[] values = new double[texts.length];
        BitSet missing = new BitSet();
        BitSet bad = new BitSet();
        for (int row = 0; row < texts.length; row++) {
            if (isMissing(texts[row])) {
                missing.set(row);
            } else {
                OptionalDouble value = parser.parseDouble(texts[row]);
                values[row] = value.orElse(0);
                bad.set(row, value.isEmpty());
            }
        }
        return new Converted(new Column.Doubles(values, missing), bad);
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }
}
