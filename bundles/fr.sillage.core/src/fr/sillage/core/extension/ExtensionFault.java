package fr.sillage.core.extension;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that an extension did wrong. It quotes no value and no message of an exception: both may hold data.
 *
 * @param bundle symbolic name of the bundle to blame
 * @param contribution id of the contribution; empty where the whole bundle is at fault
 * @param detail for its developer, in English: which exception, where, what was expected
 */
public record ExtensionFault(Instant when, String bundle, String contribution, Kind kind, String detail) {
    /** People read the text {@code fault.KIND} of the core. */
    public enum Kind {
        THREW,
        /** What it returned breaks the contract. */
        NONSENSE,
        /** It went on though it was told to end. */
        DEAF,
        /** It gave no sign of life for too long. */
        HUNG,
        /** Threads of its own were still at work when it had ended. */
        LEFT_THREADS,
        WRONG_CONTRACT,
        ID_TAKEN,
        /** Its plugin.xml does not follow the schema. */
        MISDECLARED
    }

    public ExtensionFault {
        Objects.requireNonNull(when);
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(contribution);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(detail);
    }
}
