package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.DataSource.Reader;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The reader of a contributed source behind its guard; checks what it yields. */
final class GuardedReader implements Reader {
    /** As many empty batches in a row are no reading any more. */
    private static final int MOST_EMPTY = 1_000;

    private static final List<Class<? extends Exception>> ALLOWED = List.of(SourceException.class, IOException.class);

    private final Contributed<DataSource> source;
    private final JobControl job;
    /** The call at work, for what was handed to the reader when it was opened. */
    private final AtomicReference<GuardedCall<?>> current;

    private final Reader reader;
    private final List<String> names;
    private int empty;

    private GuardedReader(
            Contributed<DataSource> source,
            JobControl job,
            AtomicReference<GuardedCall<?>> current,
            Reader reader,
            List<String> names) {
        this.source = source;
        this.job = job;
        this.current = current;
        this.reader = reader;
        this.names = names;
    }

    static GuardedReader open(Contributed<DataSource> source, SourceInput file, Values settings, JobControl job)
            throws Exception {
        AtomicReference<GuardedCall<?>> current = new AtomicReference<>();
        JobControl watched = new JobControl() {
            @Override
            public void progress(double fraction) {
                current.get().job().progress(fraction);
            }

            @Override
            public boolean cancelled() {
                return current.get().job().cancelled();
            }
        };
        Reader reader = source.present(
                source.call(job, ALLOWED, (object, call) -> {
                    current.set(call);
                    return object.open(new WatchedInput(file, current::get), settings, watched);
                }),
                "reader");
        List<String> names = source.present(
                source.call(job, (object, call) -> {
                    current.set(call);
                    return reader.names();
                }),
                "names");
        if (names.isEmpty() || names.stream().anyMatch(Objects::isNull)) {
            throw source.nonsense("names that are missing");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw source.nonsense("names that are not unique");
        }
        return new GuardedReader(source, job, current, reader, List.copyOf(names));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<Batch> next() throws SourceException, IOException {
        try {
            Optional<Batch> batch = source.present(
                    source.call(job, ALLOWED, (object, call) -> {
                        current.set(call);
                        return reader.next();
                    }),
                    "batch");
            batch.ifPresent(this::check);
            return batch;
        } catch (SourceException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }

    private void check(Batch batch) {
        if (batch.columns().size() != names.size()) {
            throw source.nonsense(batch.columns().size() + " columns instead of " + names.size());
        }
        if (!batch.columns().stream().allMatch(Column.Texts.class::isInstance)) {
            throw source.nonsense("columns that are not texts");
        }
        empty = batch.rows() == 0 && batch.rejects().isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY) {
            throw source.nonsense("empty batches without end");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            // also after cancelling: the reader may hold something open
            source.call(JobControl.NONE, List.of(IOException.class), (object, call) -> {
                current.set(call);
                reader.close();
                return Boolean.TRUE;
            });
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // cannot be: the guard has turned it
            throw new IllegalStateException(e);
        }
    }
}
