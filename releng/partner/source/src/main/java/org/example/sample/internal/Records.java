package org.example.sample.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.DataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads on, record by record; the first one says which fields there are. */
final class Records implements DataSource.Reader {
    private static final int BATCH = 4_096;

    private final BufferedReader lines;
    private final List<String> names;
    private final JobControl job;
    private Optional<Read> next;

    Records(BufferedReader lines, Read first, JobControl job) {
        this.lines = lines;
        this.names = first.names();
        this.next = Optional.of(first);
        this.job = job;
    }

    /**
     * A record as it stands in the file.
     *
     * @param line where it begins, from 1
     * @param end the line after it
     * @param bad whether one of its lines has another form
     */
    record Read(long line, long end, Map<String, String> values, boolean bad, String content) {
        List<String> names() {
            return bad ? List.of() : List.copyOf(values.keySet());
        }
    }

    /** @param line number of the next line */
    static Optional<Read> next(BufferedReader lines, long line) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder content = new StringBuilder();
        long at = line;
        long begin = line;
        boolean bad = false;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            at++;
            if (text.isBlank()) {
                if (content.length() > 0) {
                    break;
                }
                begin = at;
                continue;
            }
            content.append(text).append('\n');
            int colon = text.indexOf(": ");
            bad |= colon < 1
                    || values.put(
                                    text.substring(0, colon).strip(),
                                    text.substring(colon + 2).strip())
                            != null;
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(new Read(begin, at, values, bad, content.toString()));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<Batch> next() throws IOException {
        List<Read> good = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        while (next.isPresent() && good.size() + rejects.size() < BATCH) {
            Read read = next.get();
            if (read.bad() || !names.containsAll(read.values().keySet())) {
                // kept aside, with its line; the reason never quotes the content
                rejects.add(new Reject(
                        read.line(), Optional.empty(), Message.of(Sample.ID, "reject.field"), read.content()));
            } else {
                good.add(read);
            }
            next = next(lines, read.end());
        }
        job.check();
        return good.isEmpty() && rejects.isEmpty() ? Optional.empty() : Optional.of(batch(good, rejects));
    }

    private Batch batch(List<Read> records, List<Reject> rejects) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(new Column.Texts(
                    records.stream().map(read -> read.values().get(name)).toArray(String[]::new)));
        }
        return new Batch(columns, records.stream().mapToLong(Read::line).toArray(), rejects);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
