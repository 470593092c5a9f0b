package fr.sillage.benchmark.load;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.DerbyEngine;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.platform.internal.DerbyPlatformDatabase;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Accounts for visitors in the platform's database, while no platform runs on it. Each visitor has one: what the gate
 * remembers of a person is of one person then.
 */
record Accounts(Path folder, MasterSecret secret) implements DataHome {
    private static final String MODEL = "analyste";

    /** The login of a visitor. */
    static String login(int visitor) {
        return "visitor-" + visitor;
    }

    /** Members of the demonstration's communities like its analyst, with the analyst's password. */
    static void add(Path folder, int count) {
        DerbyEngine.keepIn(folder);
        MasterSecret secret = MasterSecret.find(
                Optional.empty(), Optional.ofNullable(System.getenv(StoreHome.SECRET_VARIABLE)), folder);
        try (DerbyPlatformDatabase database = new DerbyPlatformDatabase(new Accounts(folder, secret))) {
            DerbyPlatformStore store = new DerbyPlatformStore(database);
            UserId model = store.accountByLogin(MODEL).orElseThrow().id();
            String hash = store.passwordHash(model).orElseThrow();
            List<Membership> memberships = store.memberships().stream()
                    .filter(membership -> membership.user().equals(model))
                    .toList();
            for (int visitor = 0; visitor < count; visitor++) {
                Account account = new Account(UserId.random(), login(visitor), "Visitor " + visitor, false);
                store.addAccount(account, hash);
                memberships.forEach(
                        like -> store.putMembership(new Membership(account.id(), like.community(), like.profile())));
            }
        }
    }
}
