package fr.sillage.store.platform.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.UserId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is a member of what, as the database had it at one moment. Rights are asked at each click, and change rarely. */
final class Members {
    private final List<Account> accounts;
    private final List<Community> communities;
    private final List<Membership> memberships;
    private final Map<UserId, Account> accountsById = new HashMap<>();
    private final Map<String, Account> accountsByLogin = new HashMap<>();
    private final Map<CommunityId, Community> communitiesById = new HashMap<>();
    private final Map<MembershipKey, Membership> membershipsByKey = new HashMap<>();

    Members(List<Account> accounts, List<Community> communities, List<Membership> memberships) {
        this.accounts =
                accounts.stream().sorted(Comparator.comparing(Account::login)).toList();
        this.communities = communities.stream()
                .sorted(Comparator.comparing(Community::name))
                .toList();
        this.memberships = List.copyOf(memberships);
        accounts.forEach(account -> {
            accountsById.put(account.id(), account);
            accountsByLogin.put(account.login(), account);
        });
        communities.forEach(community -> communitiesById.put(community.id(), community));
        memberships.forEach(membership ->
                membershipsByKey.put(new MembershipKey(membership.user(), membership.community()), membership));
    }

    /** By login. */
    List<Account> accounts() {
        return accounts;
    }

    Optional<Account> account(UserId id) {
        return Optional.ofNullable(accountsById.get(id));
    }

    /** @param login as it is stored */
    Optional<Account> account(String login) {
        return Optional.ofNullable(accountsByLogin.get(login));
    }

    /** By name. */
    List<Community> communities() {
        return communities;
    }

    Optional<Community> community(CommunityId id) {
        return Optional.ofNullable(communitiesById.get(id));
    }

    List<Membership> memberships() {
        return memberships;
    }

    Optional<Membership> membership(UserId user, CommunityId community) {
        return Optional.ofNullable(membershipsByKey.get(new MembershipKey(user, community)));
    }
}
