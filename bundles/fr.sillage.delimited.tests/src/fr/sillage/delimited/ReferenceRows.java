package fr.sillage.delimited;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows as Commons CSV reads them: what {@link RowScanner} is compared with. */
final class ReferenceRows implements Closeable {
    private final CSVParser parser;
    private final ReferenceGuard guard;
    private final Iterator<CSVRecord> records;

    private ReferenceRows(ReferenceGuard guard, CSVParser parser) {
        this.guard = guard;
        this.parser = parser;
        this.records = parser.iterator();
    }

    static ReferenceRows open(byte[] bytes, Layout layout) throws IOException {
        ReferenceGuard guard = new ReferenceGuard(
                new DecodingReader(
                        new ByteArrayInputStream(bytes), layout.encoding(), OptionalLong.empty(), JobControl.NONE),
                layout);
        try {
            return new ReferenceRows(guard, CSVParser.parse(guard, layout.format()));
        } catch (IOException e) {
            guard.close();
            throw e;
        }
    }

    Optional<Row> next() throws SourceException, IOException {
        return fetch();
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
