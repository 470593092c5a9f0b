package fr.sillage.api.source;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads one kind of file. It sees bytes, never a path or a silo, and yields texts: converting them to types is the
 * core's work, so that every source treats a bad value alike. Instances are shared and must be stateless.
 */
public interface DataSource {
    /** How many bytes {@link #detect} may look at. */
    int HEAD_BYTES = 65_536;

    /** @param head the first {@link #HEAD_BYTES} bytes at the most */
    Detection detect(SourceInput head) throws IOException;

    /**
     * The same where a person chose settings: what follows from them, names and types for instance, is proposed anew.
     * A source that cannot do that proposes what it would by itself.
     *
     * @param chosen some or all settings
     */
    default Detection detect(SourceInput head, Values chosen) throws IOException {
        return detect(head);
    }

    /**
     * @throws SourceException where the file cannot be read at all
     * @throws IOException where the bytes cannot be had
     */
    Reader open(SourceInput in, Values settings, JobControl job) throws SourceException, IOException;

    /** Reads on, batch by batch. */
    interface Reader extends AutoCloseable {
        /** Column names in file order; unique. */
        List<String> names();

        /** The next rows, as {@link fr.sillage.api.data.Column.Texts}; empty at the end. */
        Optional<Batch> next() throws SourceException, IOException;

        @Override
        void close() throws IOException;
    }
}
