package fr.sillage.core.community;

import java.util.Objects;
import java.util.UUID;

/** Names a community and its silo. */
public record CommunityId(UUID value) {
    public CommunityId {
        Objects.requireNonNull(value);
    }

    public static CommunityId random() {
        return new CommunityId(UUID.randomUUID());
    }
}
