package fr.sillage.core.community;

import java.util.List;
import java.util.Optional;

/** The platform database: accounts, communities, memberships. Each call is one transaction. */
public interface PlatformStore {
    List<Account> accounts();

    Optional<Account> account(UserId id);

    /** @param login in any case */
    Optional<Account> accountByLogin(String login);

    /**
     * @param passwordHash as the password hasher wrote it
     * @throws DuplicateNameException where the login is taken
     */
    void addAccount(Account account, String passwordHash);

    Optional<String> passwordHash(UserId id);

    void setPasswordHash(UserId id, String passwordHash);

    List<Community> communities();

    Optional<Community> community(CommunityId id);

    /** @throws DuplicateNameException where the name is taken */
    void addCommunity(Community community);

    List<Membership> memberships();

    Optional<Membership> membership(UserId user, CommunityId community);

    /** Adds or changes. */
    void putMembership(Membership membership);

    void removeMembership(UserId user, CommunityId community);
}
