package fr.sillage.core.extension;

import fr.sillage.api.Message;
import java.util.Objects;

/**
 * A file in the extensions folder that is not installed.
 *
 * @param reason why, and what would help
 */
public record RefusedFile(String file, Message reason) {
    public RefusedFile {
        Objects.requireNonNull(file);
        Objects.requireNonNull(reason);
    }
}
