package fr.sillage.core.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Reject;
import fr.sillage.core.imports.ColumnPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns a batch of texts into columns of the planned types; rows with a value that does not fit are kept aside. */
final class BatchConverter {
    private final List<ColumnPlan> plan;
    private final List<ColumnConverter> converters;

    BatchConverter(List<ColumnPlan> plan) {
        this.plan = plan;
        this.converters = plan.stream().map(ColumnConverter::new).toList();
    }

    /** @return the rows that fit, and the rejects of the source and of the conversion */
    Batch convert(Batch texts) {
        List<Reject> rejects = new ArrayList<>(texts.rejects());
        BitSet bad = new BitSet();
        List<Column> typed = new ArrayList<>(plan.size());
        for (int i = 0; i < plan.size(); i++) {
            ColumnPlan column = plan.get(i);
            ColumnConverter.Converted converted =
                    converters.get(i).convert((Column.Texts) texts.columns().get(i));
            converted.bad().stream()
                    .filter(row -> !bad.get(row))
                    .forEach(row -> rejects.add(reject(texts, row, column)));
            bad.or(converted.bad());
            typed.add(converted.column());
        }
        if (bad.isEmpty()) {
            return new Batch(typed, texts.lines(), rejects);
        }
        int[] kept =
                IntStream.range(0, texts.rows()).filter(row -> !bad.get(row)).toArray();
        long[] lines = Arrays.stream(kept).mapToLong(row -> texts.lines()[row]).toArray();
        return new Batch(typed.stream().map(column -> pick(column, kept)).toList(), lines, rejects);
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
        return new Reject(texts.lines()[row], Optional.of(column.column()), reason, content.toString());
    }

    private static Column pick(Column column, int[] rows) {
        BitSet missing = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            missing.set(i, column.isMissing(rows[i]));
        }
        return switch (column) {
            case Column.Texts texts ->
                new Column.Texts(
                        Arrays.stream(rows).mapToObj(row -> texts.values()[row]).toArray(String[]::new));
            case Column.Longs longs ->
                new Column.Longs(
                        Arrays.stream(rows)
                                .mapToLong(row -> longs.values()[row])
                                .toArray(),
                        missing);
            case Column.Doubles doubles ->
                new Column.Doubles(
                        Arrays.stream(rows)
                                .mapToDouble(row -> doubles.values()[row])
                                .toArray(),
                        missing);
        };
    }
}
