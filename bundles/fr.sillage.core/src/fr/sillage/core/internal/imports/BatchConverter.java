package fr.sillage.core.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Reject;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Turns a batch of texts into columns of the planned types; rows with a value that does not fit are kept aside. */
final class BatchConverter {
    private final List<ColumnPlan> plan;
    private final List<ValueFormat.Parser> parsers;

    BatchConverter(List<ColumnPlan> plan) {
        this.plan = plan;
        this.parsers = plan.stream().map(column -> column.format().parser()).toList();
    }

    /** @return the rows that fit, and the rejects of the source and of the conversion */
    Batch convert(Batch texts) {
        List<Reject> rejects = new ArrayList<>(texts.rejects());
        BitSet bad = new BitSet();
        List<Column> typed = new ArrayList<>(plan.size());
        for (int i = 0; i < plan.size(); i++) {
            typed.add(convert(texts, i, bad, rejects));
        }
        if (bad.isEmpty()) {
            return new Batch(typed, texts.lines(), rejects);
        }
        int[] kept = java.util.stream.IntStream.range(0, texts.rows())
                .filter(row -> !bad.get(row))
                .toArray();
        long[] lines = java.util.Arrays.stream(kept)
                .mapToLong(row -> texts.lines()[row])
                .toArray();
        return new Batch(typed.stream().map(column -> pick(column, kept)).toList(), lines, rejects);
    }

    private Column convert(Batch texts, int index, BitSet bad, List<Reject> rejects) {
        String[] values = ((Column.Texts) texts.columns().get(index)).values();
        ColumnPlan column = plan.get(index);
        Type type = column.field().type();
        if (type.isText()) {
            return new Column.Texts(values);
        }
        ValueFormat.Parser parser = parsers.get(index);
        BitSet missing = new BitSet();
        long[] longs = type == Type.DECIMAL ? new long[0] : new long[values.length];
        double[] doubles = type == Type.DECIMAL ? new double[values.length] : new double[0];
        for (int row = 0; row < values.length; row++) {
            if (values[row] == null || values[row].isBlank()) {
                missing.set(row);
                continue;
            }
            boolean fits;
            if (type == Type.DECIMAL) {
                OptionalDouble value = parser.parseDouble(values[row]);
                fits = value.isPresent();
                doubles[row] = value.orElse(0);
            } else {
                OptionalLong value = parser.parseLong(values[row]);
                fits = value.isPresent();
                longs[row] = value.orElse(0);
            }
            if (!fits && !bad.get(row)) {
                bad.set(row);
                rejects.add(reject(texts, row, column));
            }
        }
        return type == Type.DECIMAL ? new Column.Doubles(doubles, missing) : new Column.Longs(longs, missing);
    }

    private static Reject reject(Batch texts, int row, ColumnPlan column) {
        StringBuilder content = new StringBuilder();
        for (Column c : texts.columns()) {
            String value = ((Column.Texts) c).values()[row];
            content.append(content.isEmpty() ? "" : "\t").append(value == null ? "" : value);
        }
        Message reason = Message.of(
                "fr.sillage.core",
                "reject.value." + column.field().type().name(),
                column.format().pattern());
        return new Reject(texts.lines()[row], Optional.of(column.field().name()), reason, content.toString());
    }

    private static Column pick(Column column, int[] rows) {
        BitSet missing = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            missing.set(i, column.isMissing(rows[i]));
        }
        return switch (column) {
            case Column.Texts texts ->
                new Column.Texts(java.util.Arrays.stream(rows)
                        .mapToObj(row -> texts.values()[row])
                        .toArray(String[]::new));
            case Column.Longs longs ->
                new Column.Longs(
                        java.util.Arrays.stream(rows)
                                .mapToLong(row -> longs.values()[row])
                                .toArray(),
                        missing);
            case Column.Doubles doubles ->
                new Column.Doubles(
                        java.util.Arrays.stream(rows)
                                .mapToDouble(row -> doubles.values()[row])
                                .toArray(),
                        missing);
        };
    }
}
