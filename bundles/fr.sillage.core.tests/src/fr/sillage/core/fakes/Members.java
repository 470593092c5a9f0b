package fr.sillage.core.fakes;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import java.util.List;

/** Members at work, each in a community of its own. */
public final class Members {
    private Members() {}

    public static CommunityContext of(Profile... profiles) {
        return new Member(
                new Community(CommunityId.random(), "Communauté", Community.DEFAULT_THRESHOLD),
                new Account(UserId.random(), "membre", "Membre", false),
                List.of(profiles));
    }

    /** A manager of a community without a data-protection officer. */
    public static CommunityContext standIn() {
        return of(Profile.MANAGER, Profile.OFFICER);
    }

    /** Somebody else in the same community. */
    public static CommunityContext beside(CommunityContext other, Profile... profiles) {
        return new Member(other.community(), new Account(UserId.random(), "autre", "Autre", false), List.of(profiles));
    }

    private record Member(Community community, Account account, List<Profile> profiles) implements CommunityContext {
        @Override
        public boolean may(Right right) {
            return profiles.stream().anyMatch(profile -> profile.rights().contains(right));
        }

        @Override
        public void require(Right right) {
            if (!may(right)) {
                throw new AccessDeniedException(right.name());
            }
        }
    }
}
