package fr.sillage.core.imports;

import fr.sillage.api.data.Reject;
import java.util.List;

/** More than one row in a hundred was rejected: the import stopped and asks. The silo is as before. */
public final class TooManyRejectsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long read;
    private final transient List<Reject> rejects;

    public TooManyRejectsException(long read, List<Reject> rejects) {
        super(rejects.size() + " of " + read + " rows rejected");
        this.read = read;
        this.rejects = List.copyOf(rejects);
    }

    public long read() {
        return read;
    }

    /** The first ones, at most 1,000. */
    public List<Reject> rejects() {
        return rejects;
    }
}
