package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.source.DataSource.Reader;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file through its source, batch by batch, and says what goes wrong in the words of an import. */
final class FileReading {
    static final int MOST_COLUMNS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final int MOST_CAUSES = 10;

    private final Extensions extensions;

    FileReading(Extensions extensions) {
        this.extensions = extensions;
    }

    /** What is done with each batch. */
    interface BatchWork {
        /** @return whether to read on */
        boolean accept(Batch batch);
    }

    /** What is done with the names of the columns. */
    interface NamesWork {
        void accept(List<String> names) throws ImportException;
    }

    /** Reads a file whose columns must be the planned ones. */
    void planned(SourceInput file, ImportPlan plan, JobControl job, BatchWork work) throws ImportException {
        List<String> planned = plan.names();
        any(
                file,
                plan.source(),
                plan.settings(),
                job,
                names -> {
                    if (!names.equals(planned)) {
                        throw refused("plan.columns.differ");
                    }
                },
                work);
    }

    /** Reads a file whatever its columns are. */
    void any(SourceInput file, String sourceId, Values settings, JobControl job, NamesWork names, BatchWork work)
            throws ImportException {
        try (Reader reader = source(sourceId).source().open(file, settings, job)) {
            requireFew(reader.names().size());
            names.accept(reader.names());
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                job.check();
                if (!work.accept(batch.get())) {
                    return;
                }
            }
        } catch (SourceException e) {
            throw new ImportException(e.reason(), e.line());
        } catch (IOException e) {
            LOG.warn("a file cannot be read: {}", names(e));
            throw refused("file.unreadable");
        }
    }

    /** The classes of a failure and of its causes; their messages may quote data. */
    private static String names(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(" by "));
    }

    /** A chunk of each column is held in memory: more columns than anybody looks at would fill it. */
    static void requireFew(int columns) throws ImportException {
        if (columns > MOST_COLUMNS) {
            throw refused("file.columns.many", columns, MOST_COLUMNS);
        }
    }

    SourceDescriptor source(String id) throws ImportException {
        return extensions.source(id).orElseThrow(() -> refused("plan.source.gone", id));
    }

    static ImportException refused(String key, Object... arguments) {
        return new ImportException(Message.of("fr.sillage.core", key, arguments), OptionalLong.empty());
    }
}
