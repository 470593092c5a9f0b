package fr.sillage.core.internal.community;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.text.Names;
import java.util.List;
import java.util.Locale;

/** What the platform administrator does. */
final class PlatformAdministration implements Administration {
    private static final int SHORTEST_PASSWORD = 12;

    private final PlatformStore platform;
    private final SiloStore silos;
    private final PasswordHasher hasher;

    PlatformAdministration(PlatformStore platform, SiloStore silos, PasswordHasher hasher) {
        this.platform = platform;
        this.silos = silos;
        this.hasher = hasher;
    }

    @Override
    public List<Community> communities() {
        return platform.communities();
    }

    @Override
    public List<Account> accounts() {
        return platform.accounts();
    }

    @Override
    public List<Membership> memberships() {
        return platform.memberships();
    }

    @Override
    public Community createCommunity(String name) {
        String trimmed = Names.accept(name);
        if (communities().stream().anyMatch(c -> c.name().equalsIgnoreCase(trimmed))) {
            throw new DuplicateNameException();
        }
        Community community = new Community(CommunityId.random(), trimmed, Community.DEFAULT_THRESHOLD);
        // the silo first: a silo without a community is only wasted space, a community without a silo is broken
        silos.create(community.id());
        platform.addCommunity(community);
        return community;
    }

    @Override
    public Account createAccount(String login, String name, boolean administrator, char[] password) {
        Account account = new Account(
                UserId.random(), Names.accept(login).toLowerCase(Locale.ROOT), Names.accept(name), administrator);
        platform.addAccount(account, hashed(password));
        return account;
    }

    @Override
    public void setPassword(UserId user, char[] password) {
        platform.setPasswordHash(user, hashed(password));
    }

    @Override
    public void setMembership(UserId user, CommunityId community, Profile profile) {
        platform.putMembership(new Membership(user, community, profile));
    }

    @Override
    public void removeMembership(UserId user, CommunityId community) {
        platform.removeMembership(user, community);
    }

    private String hashed(char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("password shorter than " + SHORTEST_PASSWORD);
        }
        return hasher.hash(password);
    }
}
