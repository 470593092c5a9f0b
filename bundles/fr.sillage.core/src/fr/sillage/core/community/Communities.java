package fr.sillage.core.community;

import java.util.List;
import java.util.Optional;

/** Who may enter which community, and their administration. */
public interface Communities {
    /** The communities that an account is a member of, by name. */
    List<Community> of(UserId user);

    /** @throws AccessDeniedException where the account is not a member */
    CommunityContext enter(UserId user, CommunityId community);

    /** The name of somebody who works or worked in the community, for its members; empty where the account is gone. */
    Optional<String> nameOf(CommunityContext context, UserId user);

    /** The administrator's side; refused to everybody else. */
    Administration administer(UserId administrator);

    /**
     * The administrator at work for a community, with no right in it beyond those of a member that the account may be.
     *
     * @throws AccessDeniedException where the account is no administrator, or there is no such community
     */
    CommunityContext visit(UserId administrator, CommunityId community);

    /** What the platform administrator does. */
    interface Administration {
        List<Community> communities();

        List<Account> accounts();

        List<Membership> memberships();

        /**
         * Makes a community with an empty silo.
         *
         * @throws DuplicateNameException where the name is taken
         * @throws IllegalArgumentException where the name is blank
         */
        Community createCommunity(String name);

        /**
         * @throws DuplicateNameException where the login is taken
         * @throws IllegalArgumentException where login or name is blank or the password shorter than 12 characters
         */
        Account createAccount(String login, String name, boolean administrator, char[] password);

        void setPassword(UserId user, char[] password);

        void setMembership(UserId user, CommunityId community, Profile profile);

        void removeMembership(UserId user, CommunityId community);
    }
}
