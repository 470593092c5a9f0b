package fr.sillage.benchmark.sample;

import fr.sillage.api.data.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/** Writes a {@link Sample} as a CSV file that both sides read; kept for the next run. */
public final class CsvFile {
    private CsvFile() {}

    /** The file of so many rows, made where it is not there. */
    public static Path of(Path folder, Sample data) throws IOException {
        Path file = folder.resolve(data.name() + "-" + data.rows() + ".csv");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path half = folder.resolve(file.getFileName() + ".half");
            try (BufferedWriter out = Files.newBufferedWriter(half)) {
                write(out, data);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static void write(BufferedWriter out, Sample data) throws IOException {
        out.write(String.join(",", data.names()) + "\n");
        StringBuilder line = new StringBuilder();
        for (int batch = 0; batch < data.batches(); batch++) {
            List<Column> columns = data.batch(batch);
            int size = columns.getFirst().size();
            for (int row = 0; row < size; row++) {
                line.setLength(0);
                for (int column = 0; column < columns.size(); column++) {
                    line.append(column == 0 ? "" : ",");
                    if (!columns.get(column).isMissing(row)) {
                        append(line, data.names().get(column), columns.get(column), row);
                    }
                }
                out.append(line.append('\n'));
            }
        }
    }

    /** No text of the data holds a comma or a quote. */
    private static void append(StringBuilder line, String name, Column column, int row) {
        switch (column) {
            case Column.Texts texts -> line.append(texts.values()[row]);
            case Column.Doubles numbers -> line.append(numbers.values()[row]);
            case Column.Longs numbers
            when name.equals("date") -> line.append(LocalDate.ofEpochDay(numbers.values()[row]));
            case Column.Longs numbers -> line.append(numbers.values()[row]);
        }
    }
}
