package fr.sillage.core.internal.community;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.Right;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
        Set<Right> own = profile().map(Profile::rights).orElse(Set.of());
        return own.contains(right) || Profile.OFFICER.rights().contains(right) && standsInForOfficer();
    }

    private Optional<Profile> profile() {
        return platform.membership(account.id(), community.id()).map(Membership::profile);
    }

    @Override
    public boolean standsInForOfficer() {
        return profile().equals(Optional.of(Profile.MANAGER))
                && platform.memberships().stream()
                        .noneMatch(m -> m.community().equals(community.id()) && m.profile() == Profile.OFFICER);
    }

    @Override
    public void require(Right right) {
        if (!may(right)) {
            throw new AccessDeniedException("may not " + right);
        }
    }
}
