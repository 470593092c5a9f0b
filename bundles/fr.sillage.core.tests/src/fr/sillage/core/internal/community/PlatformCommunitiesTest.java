package fr.sillage.core.internal.community;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Communities.Administration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import fr.sillage.core.fakes.MemoryPlatformStore;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformCommunitiesTest {
    static final PasswordHasher HASHER = new PasswordHasher() {
        @Override
        public String hash(char[] password) {
            return "hash of " + password.length;
        }

        @Override
        public boolean matches(char[] password, String hash) {
            return hash(password).equals(hash);
        }
    };

    private final MemoryPlatformStore platform = new MemoryPlatformStore();
    private final MemorySilos silos = new MemorySilos();
    private final PlatformCommunities communities = new PlatformCommunities(platform, silos, HASHER);
    private final Account administrator = new Account(UserId.random(), "admin", "Admin", true);
    private final Account member = new Account(UserId.random(), "membre", "Membre", false);

    @BeforeEach
    void accounts() {
        platform.addAccount(administrator, "hash");
        platform.addAccount(member, "hash");
    }

    @Test
    void aCommunityIsMadeWithItsSilo() {
        Community made = administration().createCommunity("  Institut ");

        assertEquals("Institut", made.name());
        assertEquals(Community.DEFAULT_THRESHOLD, made.threshold());
        assertTrue(silos.exists(made.id()));
        assertEquals(List.of(made), platform.communities());
    }

    @Test
    void noCommunityIsMadeWithoutASilo() {
        SiloStore broken = new SiloStore() {
            @Override
            public void create(CommunityId community) {
                throw new SiloException("full", null);
            }

            @Override
            public Silo open(CommunityContext context) {
                throw new AssertionError();
            }

            @Override
            public MemoryUse memory() {
                throw new AssertionError();
            }
        };
        Administration administration =
                new PlatformCommunities(platform, broken, HASHER).administer(administrator.id());

        assertThrows(SiloException.class, () -> administration.createCommunity("Institut"));
        assertEquals(List.of(), platform.communities());
    }

    @Test
    void namesAreUniqueInAnyCaseAndNotBlank() {
        administration().createCommunity("Institut");

        assertThrows(DuplicateNameException.class, () -> administration().createCommunity("INSTITUT"));
        assertThrows(IllegalArgumentException.class, () -> administration().createCommunity(" "));
        assertEquals(1, platform.communities().size());
    }

    @Test
    void accountsHaveALowerCaseLoginAndALongPassword() {
        Account made = administration().createAccount(" Jeanne ", "Jeanne", false, "twelve chars".toCharArray());

        assertEquals("jeanne", made.login());
        assertEquals(Optional.of("hash of 12"), platform.passwordHash(made.id()));
        assertThrows(
                IllegalArgumentException.class,
                () -> administration().createAccount("paul", "Paul", false, "eleven char".toCharArray()));
        assertThrows(
                IllegalArgumentException.class, () -> administration().setPassword(made.id(), "short".toCharArray()));
        assertThrows(
                DuplicateNameException.class,
                () -> administration().createAccount("JEANNE", "Other", false, "twelve chars".toCharArray()));
        assertEquals(3, platform.accounts().size());
    }

    @Test
    void onlyTheAdministratorAdministers() {
        assertThrows(AccessDeniedException.class, () -> communities.administer(member.id()));
        assertThrows(AccessDeniedException.class, () -> communities.administer(UserId.random()));
    }

    @Test
    void oneEntersTheCommunitiesOfWhichOneIsAMember() {
        Community second = administration().createCommunity("Seconde");
        Community first = administration().createCommunity("Première");
        Community other = administration().createCommunity("Autre");
        administration().setMembership(member.id(), second.id(), Profile.READER);
        administration().setMembership(member.id(), first.id(), Profile.READER);
        administration().setMembership(member.id(), first.id(), Profile.ANALYST);

        assertEquals(List.of(first, second), communities.of(member.id()), "by name");
        CommunityContext context = communities.enter(member.id(), first.id());
        assertEquals(first, context.community());
        assertEquals(member, context.account());
        assertTrue(context.may(Right.IMPORT), "the later profile");
        assertThrows(AccessDeniedException.class, () -> communities.enter(member.id(), other.id()));
        assertThrows(AccessDeniedException.class, () -> communities.enter(administrator.id(), first.id()));

        administration().removeMembership(member.id(), first.id());
        assertThrows(AccessDeniedException.class, () -> communities.enter(member.id(), first.id()));
    }

    @Test
    void aContextRequiresRights() {
        Community made = administration().createCommunity("Institut");
        administration().setMembership(member.id(), made.id(), Profile.READER);
        CommunityContext reader = communities.enter(member.id(), made.id());

        reader.require(Right.SEE_RESULTS);
        assertFalse(reader.may(Right.RUN_ANALYSES));
        assertThrows(AccessDeniedException.class, () -> reader.require(Right.RUN_ANALYSES));
    }

    @Test
    void whoIsTakenOutLosesTheRightsAtOnce() {
        Community made = administration().createCommunity("Institut");
        administration().setMembership(member.id(), made.id(), Profile.MANAGER);
        CommunityContext context = communities.enter(member.id(), made.id());
        assertTrue(context.may(Right.DELETE_DATA));

        administration().setMembership(member.id(), made.id(), Profile.READER);
        assertFalse(context.may(Right.DELETE_DATA));
        assertTrue(context.may(Right.SEE_RESULTS));

        administration().removeMembership(member.id(), made.id());
        assertThrows(AccessDeniedException.class, () -> context.require(Right.SEE_RESULTS));
    }

    private Administration administration() {
        return communities.administer(administrator.id());
    }
}
