package fr.sillage.store.platform.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Accounts, communities and memberships. What is asked at each click is kept in memory until something changes. */
@Component
@Provides
@Instantiate
public class DerbyPlatformStore implements PlatformStore {
    private final PlatformDatabase database;
    private final Object lock = new Object();
    private Optional<Members> kept = Optional.empty();
    private long changes;

    public DerbyPlatformStore(@Requires PlatformDatabase database) {
        this.database = database;
    }

    /** No other process writes into the database. */
    private Members members() {
        long before;
        synchronized (lock) {
            if (kept.isPresent()) {
                return kept.get();
            }
            before = changes;
        }
        Members read = database.ask(m -> new Members(
                m.createQuery("SELECT a FROM Account a", AccountEntity.class).getResultList().stream()
                        .map(AccountEntity::account)
                        .toList(),
                m.createQuery("SELECT c FROM Community c", CommunityEntity.class).getResultList().stream()
                        .map(CommunityEntity::community)
                        .toList(),
                m.createQuery("SELECT m FROM Membership m", MembershipEntity.class).getResultList().stream()
                        .map(MembershipEntity::membership)
                        .toList()));
        synchronized (lock) {
            if (changes == before) { // else it may be of before the change
                kept = Optional.of(read);
            }
        }
        return read;
    }

    private void change(Consumer<EntityManager> work) {
        try {
            database.change(work);
        } finally {
            synchronized (lock) {
                changes++;
                kept = Optional.empty();
            }
        }
    }

    @Override
    public List<Account> accounts() {
        return members().accounts();
    }

    @Override
    public Optional<Account> account(UserId id) {
        return members().account(id);
    }

    @Override
    public Optional<Account> accountByLogin(String login) {
        return members().account(AccountEntity.plain(login));
    }

    @Override
    public void addAccount(Account account, String passwordHash) {
        change(m -> m.persist(new AccountEntity(account, passwordHash)));
    }

    @Override
    public Optional<String> passwordHash(UserId id) {
        return database.ask(m -> find(m, id).map(AccountEntity::passwordHash));
    }

    @Override
    public void setPasswordHash(UserId id, String passwordHash) {
        database.change(m -> find(m, id)
                .orElseThrow(() -> new StoreException("no such account"))
                .setPasswordHash(passwordHash));
    }

    @Override
    public List<Community> communities() {
        return members().communities();
    }

    @Override
    public Optional<Community> community(CommunityId id) {
        return members().community(id);
    }

    @Override
    public void addCommunity(Community community) {
        change(m -> m.persist(new CommunityEntity(community)));
    }

    @Override
    public List<Membership> memberships() {
        return members().memberships();
    }

    @Override
    public Optional<Membership> membership(UserId user, CommunityId community) {
        return members().membership(user, community);
    }

    @Override
    public void putMembership(Membership membership) {
        change(m -> m.merge(new MembershipEntity(membership)));
    }

    @Override
    public void removeMembership(UserId user, CommunityId community) {
        change(m -> Optional.ofNullable(m.find(MembershipEntity.class, new MembershipKey(user, community)))
                .ifPresent(m::remove));
    }

    private static Optional<AccountEntity> find(EntityManager manager, UserId id) {
        return Optional.ofNullable(manager.find(AccountEntity.class, id.value()));
    }
}
