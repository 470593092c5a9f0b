package fr.sillage.source.csv.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Yields the rows with the lines where they start; leaves out blank lines. */
final class RowReader implements Closeable {
    private final CSVParser parser;
    private final TextGuard guard;
    private final Iterator<CSVRecord> records;
    private Optional<Row> ahead = Optional.empty();

    private RowReader(TextGuard guard, CSVParser parser) {
        this.guard = guard;
        this.parser = parser;
        this.records = parser.iterator();
    }

    static RowReader open(SourceInput in, CsvSettings settings, JobControl job) throws IOException {
        TextGuard guard = new TextGuard(new DecodingReader(in.open(), settings.encoding(), in.size(), job), settings);
        try {
            return new RowReader(guard, CSVParser.parse(guard, settings.format()));
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }

    Optional<Row> next() throws SourceException, IOException {
        Optional<Row> row = ahead.isPresent() ? ahead : fetch();
        ahead = Optional.empty();
        return row;
    }

    boolean atEnd() throws SourceException, IOException {
        if (ahead.isEmpty()) {
            ahead = fetch();
        }
        return ahead.isEmpty();
    }

    private Optional<Row> fetch() throws SourceException, IOException {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                CSVRecord record = records.next();
                Row row = new Row(line, record.toList(), guard.misquoted(record.getRecordNumber() - 1));
                if (!row.isBlankLine()) {
                    return Optional.of(row);
                }
            } catch (UncheckedIOException e) {
                throw failure(e.getCause(), line);
            }
        }
    }

    private static IOException failure(IOException cause, long line) throws SourceException {
        if (cause instanceof FileFault fault) {
            throw fault.refusal();
        }
        if (cause instanceof CSVException) {
            throw new SourceException(CsvMessages.of("refused.malformed"), line);
        }
        return cause;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
