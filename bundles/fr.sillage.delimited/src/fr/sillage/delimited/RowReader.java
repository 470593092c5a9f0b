package fr.sillage.delimited;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Yields the rows with the lines where they start; leaves out blank lines. */
public final class RowReader implements Closeable {
    /** Longest cell, in characters. */
    public static final int LONGEST_CELL = 1 << 20;
    /** Longest row, in characters. */
    public static final int LONGEST_ROW = 1 << 24;

    private final RowScanner scanner;
    private Optional<Row> ahead = Optional.empty();

    private RowReader(RowScanner scanner) {
        this.scanner = scanner;
    }

    public static RowReader open(SourceInput in, Layout layout, JobControl job) throws IOException {
        return new RowReader(new RowScanner(ByteText.open(in, layout.encoding(), job), layout));
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
        try {
            while (scanner.next()) {
                Row row = new Row(scanner.line(), scanner.cells(), scanner.isMisquoted());
                if (!row.isBlankLine()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (FileFault e) {
            throw e.refusal();
        }
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
