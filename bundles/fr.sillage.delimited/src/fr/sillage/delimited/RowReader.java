package fr.sillage.delimited;

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
public final class RowReader implements Closeable {
    /** Longest cell, in characters. */
    public static final int LONGEST_CELL = 1 << 20;
    /** Longest row, in characters. */
    public static final int LONGEST_ROW = 1 << 24;

    private final CSVParser parser;
    private final TextGuard guard;
    private final Iterator<CSVRecord> records;
    private Optional<Row> ahead = Optional.empty();

    private RowReader(TextGuard guard, CSVParser parser) {
        this.guard = guard;
        this.parser = parser;
        this.records = parser.iterator();
    }

    public static RowReader open(SourceInput in, Layout layout, JobControl job) throws IOException {
        TextGuard guard = new TextGuard(new DecodingReader(in.open(), layout.encoding(), in.size(), job), layout);
        try {
            return new RowReader(guard, CSVParser.parse(guard, layout.format()));
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }

    public Optional<Row> next() throws SourceException, IOException {
        Optional<Row> row = ahead.isPresent() ? ahead : fetch();
        ahead = Optional.empty();
        return row;
    }

    /**
     * The first row that is not a line such as {@code sep=;}.
     *
     * @throws SourceException where there is none
     */
    public Row first() throws SourceException, IOException {
        Optional<Row> row = next();
        if (row.isPresent() && row.get().declaresSeparator()) {
            row = next();
        }
        return row.orElseThrow(() -> new SourceException(DelimitedMessages.of("refused.empty"), 0));
    }

    public boolean atEnd() throws SourceException, IOException {
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
            throw new SourceException(DelimitedMessages.of("refused.malformed"), line);
        }
        return cause;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
