package fr.sillage.source.csv.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.BatchBuilder;
import fr.sillage.delimited.Blank;
import fr.sillage.delimited.Row;
import fr.sillage.delimited.RowReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a file and keeps aside those that are none of its table. */
final class CsvReader implements DataSource.Reader {
    /** Words that begin the line in which a spreadsheet adds its columns up. */
    private static final Set<String> TOTALS =
            Set.of("total", "totaux", "total général", "total general", "grand total", "somme", "sum", "totals");

    private static final int ROWS_BETWEEN_CHECKS = 1024;

    private final RowReader rows;
    private final CsvSettings settings;
    private final JobControl job;
    private final List<String> names;
    /** The first row, where it is no header. */
    private Optional<Row> first;

    private CsvReader(RowReader rows, CsvSettings settings, JobControl job, List<String> names, Optional<Row> first) {
        this.rows = rows;
        this.settings = settings;
        this.job = job;
        this.names = names;
        this.first = first;
    }

    static CsvReader open(SourceInput in, CsvSettings settings, JobControl job) throws SourceException, IOException {
        RowReader rows = RowReader.open(in, settings.layout(), job);
        boolean opened = false;
        try {
            Row row = rows.first();
            CsvReader reader = settings.header()
                    ? new CsvReader(rows, settings, job, Header.names(row), Optional.empty())
                    : new CsvReader(
                            rows,
                            settings,
                            job,
                            List.copyOf(Header.generated(row.cells().size())),
                            Optional.of(row));
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                rows.close();
            }
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<Batch> next() throws SourceException, IOException {
        BatchBuilder batch = new BatchBuilder(names.size());
        int seen = 0;
        while (!batch.isFull()) {
            Optional<Row> row = first.isPresent() ? first : rows.next();
            first = Optional.empty();
            if (row.isEmpty()) {
                break;
            }
            if (++seen % ROWS_BETWEEN_CHECKS == 0) {
                job.check();
            }
            take(row.get(), batch);
        }
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch.build());
    }

    private void take(Row row, BatchBuilder batch) throws SourceException, IOException {
        Optional<Message> fault = fault(row);
        if (fault.isPresent()) {
            String content = settings.layout().line(row.cells());
            batch.reject(new Reject(row.line(), Optional.empty(), fault.get(), content));
        } else {
            batch.add(row);
        }
    }

    private Optional<Message> fault(Row row) throws SourceException, IOException {
        Optional<Message> fault = row.fault(names.size());
        if (fault.isPresent()) {
            return fault;
        }
        if (settings.header() && repeatsHeader(row)) {
            return Optional.of(CsvMessages.of("reject.header"));
        }
        if (looksLikeTotals(row) && rows.atEnd()) {
            return Optional.of(CsvMessages.of("reject.totals"));
        }
        return Optional.empty();
    }

    private boolean repeatsHeader(Row row) {
        for (int i = 0; i < names.size(); i++) {
            String cell = row.cells().get(i);
            if (!mayBe(cell, names.get(i)) || !Blank.tidy(cell).equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell may be that name once it is tidied, which makes it shorter and may take off a first space. */
    private static boolean mayBe(String cell, String name) {
        if (cell.isEmpty() || cell.length() < name.length()) {
            return false;
        }
        char first = cell.charAt(0);
        return first == name.charAt(0) || first <= ' ' || first >= 0x7F;
    }

    /** Some cells must be empty: a sum stands under numbers, not under texts. */
    private static boolean looksLikeTotals(Row row) {
        Optional<String> first = Optional.empty();
        boolean blank = false;
        for (String cell : row.cells()) {
            if (Blank.is(cell)) {
                blank = true;
            } else if (first.isEmpty()) {
                if (!mayBeTotal(cell)) {
                    return false;
                }
                first = Optional.of(cell);
            }
        }
        return blank
                && first.filter(cell -> TOTALS.contains(Blank.tidy(cell).toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    /** Whether its first letter is one that those words begin with; most cells are told by that. */
    private static boolean mayBeTotal(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if (Character.isLetterOrDigit(sign)) {
                return "tTgGsS".indexOf(sign) >= 0;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
