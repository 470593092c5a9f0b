package fr.sillage.store.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.TestHome;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerbyPlatformStoreTest {
    private static final Account ADA = new Account(UserId.random(), "ada", "Ada", true);
    private static final Account BOB = new Account(UserId.random(), "bob", "Bob", false);
    private static final Community LYON = new Community(CommunityId.random(), "Lyon", 7);

    @TempDir
    Path folder;

    private TestHome home;
    private DerbyPlatformDatabase database;
    private DerbyPlatformStore store;

    @BeforeEach
    void open() {
        home = TestHome.in(folder);
        database = new DerbyPlatformDatabase(home);
        store = new DerbyPlatformStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsAccountsOverARestart() {
        store.addAccount(BOB, "hash b");
        store.addAccount(ADA, "hash a");
        store.setPasswordHash(BOB.id(), "new hash");
        database.close();
        open();
        assertEquals(List.of(ADA, BOB), store.accounts());
        assertEquals(Optional.of(ADA), store.account(ADA.id()));
        assertEquals(Optional.of(BOB), store.accountByLogin(" BOB "));
        assertEquals(Optional.of("new hash"), store.passwordHash(BOB.id()));
        assertTrue(store.account(UserId.random()).isEmpty());
        assertTrue(store.passwordHash(UserId.random()).isEmpty());
    }

    @Test
    void namesAreUnique() {
        store.addAccount(ADA, "hash");
        Account again = new Account(UserId.random(), "Ada", "Another", false);
        assertThrows(DuplicateNameException.class, () -> store.addAccount(again, "hash"));
        store.addCommunity(LYON);
        Community same = new Community(CommunityId.random(), "Lyon", 5);
        assertThrows(DuplicateNameException.class, () -> store.addCommunity(same));
        assertEquals(List.of(ADA), store.accounts());
        assertEquals(List.of(LYON), store.communities());
        assertEquals(Optional.of(LYON), store.community(LYON.id()));
    }

    @Test
    void membershipsComeChangeAndGo() {
        store.addAccount(BOB, "hash");
        store.addCommunity(LYON);
        store.putMembership(new Membership(BOB.id(), LYON.id(), Profile.READER));
        store.putMembership(new Membership(BOB.id(), LYON.id(), Profile.MANAGER));
        Membership manager = new Membership(BOB.id(), LYON.id(), Profile.MANAGER);
        assertEquals(List.of(manager), store.memberships());
        assertEquals(Optional.of(manager), store.membership(BOB.id(), LYON.id()));
        store.removeMembership(BOB.id(), LYON.id());
        store.removeMembership(BOB.id(), LYON.id());
        assertTrue(store.memberships().isEmpty());
        assertTrue(store.membership(BOB.id(), LYON.id()).isEmpty());
        Membership stranger = new Membership(UserId.random(), LYON.id(), Profile.READER);
        assertThrows(StoreException.class, () -> store.putMembership(stranger));
    }

    /** Rights are asked from memory: whatever several do at once, they are those of the database in the end. */
    @Test
    void remembersNothingOfBefore() throws Exception {
        store.addAccount(BOB, "hash");
        store.addCommunity(LYON);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            AtomicBoolean done = new AtomicBoolean();
            Future<?> reader = threads.submit(() -> {
                while (!done.get()) {
                    store.membership(BOB.id(), LYON.id());
                }
            });
            for (int round = 0; round < 50; round++) {
                store.putMembership(new Membership(BOB.id(), LYON.id(), Profile.READER));
                assertTrue(store.membership(BOB.id(), LYON.id()).isPresent());
                store.removeMembership(BOB.id(), LYON.id());
                assertTrue(store.membership(BOB.id(), LYON.id()).isEmpty());
            }
            done.set(true);
            reader.get();
        }
    }

    @Test
    void anotherMasterSecretIsRefused() {
        TestHome other = new TestHome(folder, MasterSecret.of("another secret, as long as the first one"));
        String message = assertThrows(StoreException.class, () -> new DerbyPlatformDatabase(other))
                .getMessage();
        assertTrue(message.startsWith("the master secret is not the one"), message);
    }

    @Test
    void isEncryptedWithAes() throws Exception {
        String service = Files.readString(home.platform().resolve("database/service.properties"));
        assertTrue(service.contains("derby.encryptionBlockSize=16"));
    }
}
