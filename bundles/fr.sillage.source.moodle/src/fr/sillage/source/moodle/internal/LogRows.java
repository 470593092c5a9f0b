package fr.sillage.source.moodle.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.Blank;
import fr.sillage.delimited.ColumnNames;
import fr.sillage.delimited.Layout;
import fr.sillage.delimited.Row;
import fr.sillage.delimited.RowReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a log, in the columns of its first header. Further headers, as joined exports have them, are left out;
 * the columns may stand in another order and another language after them.
 */
final class LogRows implements Closeable {
    private final RowReader rows;
    private final Titles titles;
    private final List<String> names;
    private final Map<Part, Integer> places;
    /** For each column of the first header its place in the rows at hand; -1 where they lack it. */
    private List<Integer> order;

    private int width;
    private int headers;

    /**
     * One row.
     *
     * @param raw as it stands in the file
     * @param cells in the order of the names; empty where there is none
     * @param fault what keeps it out of the table
     */
    record LogRow(Row raw, List<String> cells, Optional<Message> fault) {
        /** Empty where the log has no such column. */
        String cell(Map<Part, Integer> places, Part part) {
            Integer place = places.get(part);
            return place == null ? "" : cells.get(place);
        }
    }

    private LogRows(RowReader rows, Titles titles, List<String> names) {
        this.rows = rows;
        this.titles = titles;
        this.names = names;
        this.places = titles.places(names);
        this.order = java.util.stream.IntStream.range(0, names.size()).boxed().toList();
        this.width = names.size();
    }

    /** @throws SourceException where the file does not begin with the titles of a log */
    static LogRows open(SourceInput in, Layout layout, Titles titles, JobControl job)
            throws SourceException, IOException {
        RowReader rows = RowReader.open(in, layout, job);
        boolean opened = false;
        try {
            Row header = rows.first();
            if (!titles.areIn(header.cells())) {
                throw new SourceException(MoodleMessages.of("refused.titles"), header.line());
            }
            LogRows log = new LogRows(rows, titles, ColumnNames.of(header));
            opened = true;
            return log;
        } finally {
            if (!opened) {
                rows.close();
            }
        }
    }

    List<String> names() {
        return names;
    }

    Map<Part, Integer> places() {
        return places;
    }

    /** Headers met after the first one. */
    int headers() {
        return headers;
    }

    Optional<LogRow> next() throws SourceException, IOException {
        while (true) {
            Optional<Row> row = rows.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            if (!titles.areIn(row.get().cells())) {
                return Optional.of(placed(row.get()));
            }
            reorder(row.get());
        }
    }

    private LogRow placed(Row row) {
        Optional<Message> fault = row.fault(width);
        if (fault.isPresent()) {
            return new LogRow(row, List.of(), fault);
        }
        List<String> cells = new ArrayList<>(names.size());
        for (int place : order) {
            cells.add(place < 0 ? "" : row.cells().get(place));
        }
        return new LogRow(row, cells, fault);
    }

    private void reorder(Row header) throws SourceException {
        List<Integer> found = new ArrayList<>(Collections.nCopies(names.size(), -1));
        List<String> cells = header.cells();
        for (int i = 0; i < cells.size(); i++) {
            int column = column(cells.get(i));
            if (column < 0 || found.get(column) >= 0) {
                throw new SourceException(MoodleMessages.of("refused.joined", i + 1), header.line());
            }
            found.set(column, i);
        }
        order = found;
        width = cells.size();
        headers++;
    }

    /** The column of the first header with this title or for the same part; -1 where there is none. */
    private int column(String title) {
        int same = names.indexOf(Blank.tidy(title));
        return same >= 0
                ? same
                : titles.part(title).map(part -> places.getOrDefault(part, -1)).orElse(-1);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
