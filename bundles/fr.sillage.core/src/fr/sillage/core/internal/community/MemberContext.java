package fr.sillage.core.internal.community;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.Right;
import java.util.Objects;

/**
 * A member at work with the rights of the present profile: who is taken out of a community, or gets another profile
 * there, loses the rights at once, also in tabs that are open.
 */
final class MemberContext implements CommunityContext {
    private final Community community;
    private final Account account;
    private final PlatformStore platform;

    MemberContext(Community community, Account account, PlatformStore platform) {
        this.community = Objects.requireNonNull(community);
        this.account = Objects.requireNonNull(account);
        this.platform = Objects.requireNonNull(platform);
    }

    @Override
    public Community community() {
        return community;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public boolean may(Right right) {
        return platform.membership(account.id(), community.id())
                .map(membership -> membership.profile().rights().contains(right))
                .orElse(false);
    }

    @Override
    public void require(Right right) {
        if (!may(right)) {
            throw new AccessDeniedException("may not " + right);
        }
    }
}
