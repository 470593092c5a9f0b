package fr.sillage.core.fakes;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceInput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Reads rows that a test made up, a hundred a batch, whatever the file holds.
 *
 * @param confidence what it answers when it is asked
 * @param rows each with one text a field
 */
public record RowsSource(double confidence, List<ProposedField> fields, List<List<String>> rows) implements DataSource {
    private static final int BATCH = 100;

    /** A file that nobody looks into. */
    public static final SourceInput FILE = new SourceInput() {
        @Override
        public String name() {
            return "people.csv";
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(0);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[0]);
        }
    };

    @Override
    public Detection detect(SourceInput head) {
        return new Detection(confidence, List.of(Message.of("test", "why")), Values.NONE, fields);
    }

    @Override
    public Reader open(SourceInput in, Values settings, JobControl job) {
        return new Rows();
    }

    private final class Rows implements Reader {
        private int next;

        @Override
        public List<String> names() {
            return fields.stream().map(f -> f.field().name()).toList();
        }

        @Override
        public Optional<Batch> next() {
            int first = next;
            next = Math.min(first + BATCH, rows.size());
            if (first == next) {
                return Optional.empty();
            }
            List<Column> columns = IntStream.range(0, fields.size())
                    .<Column>mapToObj(c -> new Column.Texts(rows.subList(first, next).stream()
                            .map(row -> row.get(c))
                            .toArray(String[]::new)))
                    .toList();
            // the header is line 1
            long[] lines = IntStream.range(first, next).mapToLong(r -> r + 2).toArray();
            return Optional.of(new Batch(columns, lines, List.of()));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
