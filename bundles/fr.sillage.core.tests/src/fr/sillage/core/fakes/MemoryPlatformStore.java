package fr.sillage.core.fakes;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The platform database in memory. */
public final class MemoryPlatformStore implements PlatformStore {
    private final List<Account> accounts = new ArrayList<>();
    private final Map<UserId, String> hashes = new HashMap<>();
    private final List<Community> communities = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();

    @Override
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public Optional<Account> account(UserId id) {
        return accounts.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Account> accountByLogin(String login) {
        String lower = login.toLowerCase(Locale.ROOT);
        return accounts.stream().filter(a -> a.login().equals(lower)).findFirst();
    }

    @Override
    public void addAccount(Account account, String passwordHash) {
        if (accountByLogin(account.login()).isPresent()) {
            throw new DuplicateNameException();
        }
        accounts.add(account);
        hashes.put(account.id(), passwordHash);
    }

    @Override
    public Optional<String> passwordHash(UserId id) {
        return Optional.ofNullable(hashes.get(id));
    }

    @Override
    public void setPasswordHash(UserId id, String passwordHash) {
        hashes.put(id, passwordHash);
    }

    @Override
    public List<Community> communities() {
        return List.copyOf(communities);
    }

    @Override
    public Optional<Community> community(CommunityId id) {
        return communities.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public void addCommunity(Community community) {
        communities.add(community);
    }

    @Override
    public List<Membership> memberships() {
        return List.copyOf(memberships);
    }

    @Override
    public Optional<Membership> membership(UserId user, CommunityId community) {
        return memberships.stream()
                .filter(m -> m.user().equals(user) && m.community().equals(community))
                .findFirst();
    }

    @Override
    public void putMembership(Membership membership) {
        removeMembership(membership.user(), membership.community());
        memberships.add(membership);
    }

    @Override
    public void removeMembership(UserId user, CommunityId community) {
        memberships.removeIf(m -> m.user().equals(user) && m.community().equals(community));
    }
}
