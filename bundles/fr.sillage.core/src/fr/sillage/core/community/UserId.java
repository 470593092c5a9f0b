package fr.sillage.core.community;

import java.util.Objects;
import java.util.UUID;

/** Names an account. */
public record UserId(UUID value) {
    public UserId {
        Objects.requireNonNull(value);
    }

    public static UserId random() {
        return new UserId(UUID.randomUUID());
    }
}
