package fr.sillage.core.fakes;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;

/** Members at work, each in a community of its own. */
public final class Members {
    private Members() {}

    public static CommunityContext of(Profile profile) {
        return new Member(
                new Community(CommunityId.random(), "Communauté", Community.DEFAULT_THRESHOLD),
                new Account(UserId.random(), "membre", "Membre", false),
                profile);
    }

    private record Member(Community community, Account account, Profile profile) implements CommunityContext {
        @Override
        public boolean may(Right right) {
            return profile.rights().contains(right);
        }

        @Override
        public void require(Right right) {
            if (!may(right)) {
                throw new AccessDeniedException(right.name());
            }
        }
    }
}
