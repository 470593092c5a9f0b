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
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Accounts, communities and memberships. */
@Component
@Provides
@Instantiate
public class DerbyPlatformStore implements PlatformStore {
    private final PlatformDatabase database;

    public DerbyPlatformStore(@Requires PlatformDatabase database) {
        this.database = database;
    }

    @Override
    public List<Account> accounts() {
        return database.ask(m -> m.createQuery("SELECT a FROM Account a ORDER BY a.login", AccountEntity.class)
                .getResultStream()
                .map(AccountEntity::account)
                .toList());
    }

    @Override
    public Optional<Account> account(UserId id) {
        return database.ask(m -> find(m, id).map(AccountEntity::account));
    }

    @Override
    public Optional<Account> accountByLogin(String login) {
        return database.ask(m -> m.createQuery("SELECT a FROM Account a WHERE a.login = :login", AccountEntity.class)
                .setParameter("login", AccountEntity.plain(login))
                .getResultStream()
                .findFirst()
                .map(AccountEntity::account));
    }

    @Override
    public void addAccount(Account account, String passwordHash) {
        database.change(m -> m.persist(new AccountEntity(account, passwordHash)));
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
        return database.ask(m -> m.createQuery("SELECT c FROM Community c ORDER BY c.name", CommunityEntity.class)
                .getResultStream()
                .map(CommunityEntity::community)
                .toList());
    }

    @Override
    public Optional<Community> community(CommunityId id) {
        return database.ask(m ->
                Optional.ofNullable(m.find(CommunityEntity.class, id.value())).map(CommunityEntity::community));
    }

    @Override
    public void addCommunity(Community community) {
        database.change(m -> m.persist(new CommunityEntity(community)));
    }

    @Override
    public List<Membership> memberships() {
        return database.ask(m -> m.createQuery("SELECT m FROM Membership m", MembershipEntity.class)
                .getResultStream()
                .map(MembershipEntity::membership)
                .toList());
    }

    @Override
    public Optional<Membership> membership(UserId user, CommunityId community) {
        return database.ask(m -> Optional.ofNullable(m.find(MembershipEntity.class, new MembershipKey(user, community)))
                .map(MembershipEntity::membership));
    }

    @Override
    public void putMembership(Membership membership) {
        database.change(m -> m.merge(new MembershipEntity(membership)));
    }

    @Override
    public void removeMembership(UserId user, CommunityId community) {
        database.change(m -> Optional.ofNullable(m.find(MembershipEntity.class, new MembershipKey(user, community)))
                .ifPresent(m::remove));
    }

    private static Optional<AccountEntity> find(EntityManager manager, UserId id) {
        return Optional.ofNullable(manager.find(AccountEntity.class, id.value()));
    }
}
