package fr.sillage.source.moodle.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.delimited.BatchBuilder;
import fr.sillage.delimited.Row;
import fr.sillage.source.moodle.internal.LogRows.LogRow;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a log for the second time: times become whole and alike, ids of the description columns of their own, and
 * names of persons leave the contexts.
 */
final class MoodleReader implements DataSource.Reader {
    /** How times are yielded, whatever the log's form. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final String NONE = "-";

    private final LogRows rows;
    private final MoodleSettings settings;
    private final Survey survey;
    private final MomentParser moments;
    private final Map<Part, Integer> places;
    private final List<Derived> derived;
    private final List<String> names;

    private MoodleReader(LogRows rows, MoodleSettings settings, Survey survey, Titles titles) {
        this.rows = rows;
        this.settings = settings;
        this.survey = survey;
        this.moments = new MomentParser(settings.monthFirst());
        this.places = rows.places();
        this.derived = settings.derived().stream().sorted().toList();
        this.names = titles.withDerived(rows.names(), derived);
    }

    static MoodleReader open(SourceInput in, MoodleSettings settings, Titles titles, Exported.On now, JobControl job)
            throws SourceException, IOException {
        Survey survey = Survey.of(in, settings, titles, now, Half.first(job));
        return new MoodleReader(
                LogRows.open(in, settings.layout(), titles, Half.second(job)), settings, survey, titles);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<Batch> next() throws SourceException, IOException {
        BatchBuilder batch = new BatchBuilder(names.size());
        while (!batch.isFull()) {
            Optional<LogRow> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            take(row.get(), batch);
        }
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch.build());
    }

    private void take(LogRow row, BatchBuilder batch) {
        if (row.fault().isPresent()) {
            reject(row, Optional.empty(), row.fault().get(), batch);
            return;
        }
        List<String> cells = new ArrayList<>(names.size());
        row.cells().forEach(cell -> cells.add(cell.strip().equals(NONE) ? "" : cell));
        Optional<LocalDateTime> time = time(row);
        if (time.isEmpty()) {
            reject(row, Optional.of(names.get(places.get(Part.TIME))), MoodleMessages.of("reject.time"), batch);
            return;
        }
        cells.set(places.get(Part.TIME), TIME.format(time.get()));
        if (places.containsKey(Part.CONTEXT)) {
            cells.set(places.get(Part.CONTEXT), Contexts.withoutName(cells.get(places.get(Part.CONTEXT))));
        }
        for (Derived one : derived) {
            Optional<String> value = value(one, row);
            if (value.isEmpty() && one == Derived.USER_ID) {
                reject(row, Optional.empty(), MoodleMessages.of("reject.person"), batch);
                return;
            }
            cells.add(value.orElse(""));
        }
        batch.add(new Row(row.raw().line(), cells, false));
    }

    private Optional<LocalDateTime> time(LogRow row) {
        Optional<Moment> moment = moments.parse(row.cell(places, Part.TIME));
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        Moment found = moment.get();
        return found.in(
                found.isWhole() ? found.year().getAsInt() : survey.years().applyAsInt(found.day()));
    }

    private Optional<String> value(Derived one, LogRow row) {
        String description = row.cell(places, Part.DESCRIPTION);
        return switch (one) {
            case USER_ID -> survey.persons().key(Survey.entry(row, places));
            case ACTIVITY_ID -> Description.activity(description);
            case COURSE_ID -> Description.course(description);
        };
    }

    private void reject(LogRow row, Optional<String> column, Message reason, BatchBuilder batch) {
        String content = settings.layout().line(row.raw().cells());
        batch.reject(new Reject(row.raw().line(), column, reason, content));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
