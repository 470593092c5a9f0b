package fr.sillage.core.community;

import java.util.Objects;

/** An account's profile in a community; at most one for each pair. */
public record Membership(UserId user, CommunityId community, Profile profile) {
    public Membership {
        Objects.requireNonNull(user);
        Objects.requireNonNull(community);
        Objects.requireNonNull(profile);
    }
}
