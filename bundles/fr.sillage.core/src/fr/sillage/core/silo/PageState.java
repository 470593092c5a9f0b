package fr.sillage.core.silo;

import java.time.Instant;
import java.util.Objects;

/**
 * What a page showed, so that an address leads there again without naming it.
 *
 * @param id random; stands in the address
 * @param digest of the content, so that the same content keeps its address
 * @param content as JSON text
 * @param used when it was last kept or opened
 */
public record PageState(String id, String digest, String content, Instant used) {
    public PageState {
        Objects.requireNonNull(id);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(content);
        Objects.requireNonNull(used);
    }

    @Override
    public String toString() {
        return "page state " + id;
    }
}
