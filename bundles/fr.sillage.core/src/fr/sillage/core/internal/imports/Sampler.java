package fr.sillage.core.internal.imports;

import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.core.imports.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Gathers the first rows of a file. */
final class Sampler implements FileReading.NamesWork, FileReading.BatchWork {
    private final int most;
    private final List<Batch> batches = new ArrayList<>();
    private List<String> names = List.of();
    private int rows;

    /** @param most rows at the most */
    Sampler(int most) {
        this.most = most;
    }

    @Override
    public void accept(List<String> seen) {
        names = seen;
    }

    @Override
    public boolean accept(Batch batch) {
        batches.add(batch);
        rows += batch.rows();
        return rows < most;
    }

    Sample sample() {
        List<Column.Texts> columns = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            String[] values = batches.stream()
                    .flatMap(batch -> texts(batch, column))
                    .limit(most)
                    .toArray(String[]::new);
            columns.add(new Column.Texts(values));
        }
        return new Sample(names, columns);
    }

    private static Stream<String> texts(Batch batch, int column) {
        return Arrays.stream(((Column.Texts) batch.columns().get(column)).values());
    }
}
