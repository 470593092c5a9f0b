package fr.sillage.core.internal.imports;

import fr.sillage.api.data.Reject;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.TooManyRejectsException;
import java.util.ArrayList;
import java.util.List;

/** Collects rejects and stops the import when there are too many of them. */
final class RejectLimit {
    private static final double MOST = 0.01;
    private static final int SHOWN = 1_000;

    /** Before that many rows a share says little, so only the end of a short file is judged. */
    private static final long EARLIEST = 50_000;

    private final boolean accepted;
    private final List<Reject> kept = new ArrayList<>();
    private long count;

    RejectLimit(boolean accepted) {
        this.accepted = accepted;
    }

    void add(List<Reject> rejects, long read) {
        count += rejects.size();
        rejects.stream().limit(Loaded.MOST_REJECTS - kept.size()).forEach(kept::add);
        if (read > EARLIEST) {
            check(read);
        }
    }

    /** @throws TooManyRejectsException where more than one row in a hundred was rejected and nobody agreed to it */
    void check(long read) {
        if (!accepted && count > read * MOST) {
            throw new TooManyRejectsException(read, kept.subList(0, Math.min(SHOWN, kept.size())));
        }
    }

    List<Reject> kept() {
        return List.copyOf(kept);
    }
}
