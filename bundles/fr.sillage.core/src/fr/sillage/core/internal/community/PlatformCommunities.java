package fr.sillage.core.internal.community;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.SiloStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Communities and rights over the platform database. */
@Component
@Provides
@Instantiate
public class PlatformCommunities implements Communities {
    private final PlatformStore platform;
    private final SiloStore silos;
    private final PasswordHasher hasher;

    public PlatformCommunities(
            @Requires PlatformStore platform, @Requires SiloStore silos, @Requires PasswordHasher hasher) {
        this.platform = platform;
        this.silos = silos;
        this.hasher = hasher;
    }

    @Override
    public List<Community> of(UserId user) {
        Set<CommunityId> member = platform.memberships().stream()
                .filter(m -> m.user().equals(user))
                .map(Membership::community)
                .collect(Collectors.toSet());
        return platform.communities().stream()
                .filter(c -> member.contains(c.id()))
                .sorted(Comparator.comparing(Community::name))
                .toList();
    }

    @Override
    public CommunityContext enter(UserId user, CommunityId community) {
        if (platform.membership(user, community).isEmpty()) {
            throw new AccessDeniedException("not a member");
        }
        return context(user, community);
    }

    private CommunityContext context(UserId user, CommunityId community) {
        return new MemberContext(
                platform.community(community).orElseThrow(() -> new AccessDeniedException("no such community")),
                platform.account(user).orElseThrow(() -> new AccessDeniedException("no such account")),
                platform);
    }

    @Override
    public Optional<String> nameOf(CommunityContext context, UserId user) {
        context.require(Right.SEE_RESULTS);
        return platform.account(user).map(Account::name);
    }

    @Override
    public CommunityContext visit(UserId administrator, CommunityId community) {
        administer(administrator);
        return context(administrator, community);
    }

    @Override
    public Administration administer(UserId administrator) {
        if (!platform.account(administrator).map(Account::administrator).orElse(false)) {
            throw new AccessDeniedException("not a platform administrator");
        }
        return new PlatformAdministration(platform, silos, hasher);
    }
}
