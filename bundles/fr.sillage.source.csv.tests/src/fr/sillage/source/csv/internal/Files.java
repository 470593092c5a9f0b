package fr.sillage.source.csv.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Small files and what becomes of them. */
final class Files {
    static final DataSource SOURCE = new CsvSource();

    private Files() {}

    /** A file in memory. */
    record Bytes(byte[] bytes) implements SourceInput {
        @Override
        public String name() {
            return "file.csv";
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A file as it was read; missing values are null. */
    record Table(List<String> names, List<List<String>> rows, List<Long> lines, List<Reject> rejects, int batches) {
        List<String> reasons() {
            return rejects.stream().map(reject -> reject.reason().key().key()).toList();
        }
    }

    static SourceInput file(String text) {
        return file(text, StandardCharsets.UTF_8);
    }

    static SourceInput file(String text, Charset charset) {
        return new Bytes(text.getBytes(charset));
    }

    static Values settings(String encoding, String separator, String quote, boolean header) {
        return new Values(Map.of(
                "encoding", encoding, "separator", separator, "quote", quote, "header", Boolean.toString(header)));
    }

    static Values plain() {
        return settings("UTF-8", "semicolon", "double", true);
    }

    static Detection detect(String text) {
        return detect(file(text));
    }

    static Detection detect(SourceInput file) {
        try {
            return SOURCE.detect(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static ProposedField field(Detection detection, String name) {
        return detection.fields().stream()
                .filter(f -> f.field().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> why(Detection detection) {
        return detection.why().stream().map(Message::key).map(key -> key.key()).toList();
    }

    static Table read(String text) {
        return read(file(text), plain());
    }

    static Table read(SourceInput file, Values settings) {
        try (DataSource.Reader reader = SOURCE.open(file, settings, JobControl.NONE)) {
            List<List<String>> rows = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            List<Reject> rejects = new ArrayList<>();
            int batches = 0;
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batches++;
                rejects.addAll(batch.get().rejects());
                for (int row = 0; row < batch.get().rows(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (Column column : batch.get().columns()) {
                        cells.add(((Column.Texts) column).values()[row]);
                    }
                    rows.add(cells);
                    lines.add(batch.get().lines()[row]);
                }
            }
            return new Table(reader.names(), rows, lines, rejects, batches);
        } catch (IOException | SourceException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads to the end and expects the file to be refused. */
    static SourceException refusal(SourceInput file, Values settings) {
        return assertThrows(SourceException.class, () -> {
            try (DataSource.Reader reader = SOURCE.open(file, settings, JobControl.NONE)) {
                while (reader.next().isPresent()) {
                    // on to the fault
                }
            }
        });
    }

    /** Begins with a letter: what is blank would be read as missing. */
    static String cell(Random random) {
        String signs = "ab \"',;|\t\n\ré€😀#\\=";
        int[] points = signs.codePoints().toArray();
        StringBuilder cell = new StringBuilder("v");
        for (int i = random.nextInt(12); i > 0; i--) {
            cell.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return cell.toString();
    }
}
