package fr.sillage.core.internal.community;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.Right;

/** A member at work with the rights of a profile. */
record MemberContext(Community community, Account account, Profile profile) implements CommunityContext {
    @Override
    public boolean may(Right right) {
        return profile.rights().contains(right);
    }

    @Override
    public void require(Right right) {
        if (!may(right)) {
            throw new AccessDeniedException(profile + " may not " + right);
        }
    }
}
