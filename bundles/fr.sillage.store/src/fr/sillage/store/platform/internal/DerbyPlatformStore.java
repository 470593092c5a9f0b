package fr.sillage.store.platform.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.Schema;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.database.internal.UuidConverter;
import fr.sillage.store.internal.DataHome;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;

/** The platform database in Derby; made at the first start. */
@Component
@Provides(specifications = PlatformStore.class)
@Instantiate
public class DerbyPlatformStore implements PlatformStore, AutoCloseable {
    static final Schema SCHEMA = new Schema(
            "platform",
            1,
            List.of(
                    AccountEntity.class,
                    CommunityEntity.class,
                    MembershipEntity.class,
                    UuidConverter.class,
                    InstantConverter.class));
    private static final String NAME = "platform";
    private static final String TAKEN = "23505";

    @Requires
    private DataHome home;

    private EncryptedDatabase database;

    /** For the component container, which sets the home and starts the store. */
    public DerbyPlatformStore() {}

    /** A store that is open already. */
    public DerbyPlatformStore(DataHome home) {
        this.home = home;
        start();
    }

    @Validate
    public final void start() {
        if (!EncryptedDatabase.exists(home.platform())) {
            EncryptedDatabase.create(home.platform(), NAME, home.secret());
        }
        database = EncryptedDatabase.open(
                home.platform(), NAME, EncryptedDatabase.keys(home.platform(), NAME, home.secret()), SCHEMA);
    }

    @Override
    @Invalidate
    public final void close() {
        database.close();
    }

    @Override
    public List<Account> accounts() {
        return ask(m -> m.createQuery("SELECT a FROM Account a ORDER BY a.login", AccountEntity.class)
                .getResultStream()
                .map(AccountEntity::account)
                .toList());
    }

    @Override
    public Optional<Account> account(UserId id) {
        return ask(m -> find(m, id).map(AccountEntity::account));
    }

    @Override
    public Optional<Account> accountByLogin(String login) {
        return ask(m -> m.createQuery("SELECT a FROM Account a WHERE a.login = :login", AccountEntity.class)
                .setParameter("login", AccountEntity.plain(login))
                .getResultStream()
                .findFirst()
                .map(AccountEntity::account));
    }

    @Override
    public void addAccount(Account account, String passwordHash) {
        change(m -> m.persist(new AccountEntity(account, passwordHash)));
    }

    @Override
    public Optional<String> passwordHash(UserId id) {
        return ask(m -> find(m, id).map(AccountEntity::passwordHash));
    }

    @Override
    public void setPasswordHash(UserId id, String passwordHash) {
        change(m -> find(m, id)
                .orElseThrow(() -> new StoreException("no such account"))
                .setPasswordHash(passwordHash));
    }

    @Override
    public List<Community> communities() {
        return ask(m -> m.createQuery("SELECT c FROM Community c ORDER BY c.name", CommunityEntity.class)
                .getResultStream()
                .map(CommunityEntity::community)
                .toList());
    }

    @Override
    public Optional<Community> community(CommunityId id) {
        return ask(m ->
                Optional.ofNullable(m.find(CommunityEntity.class, id.value())).map(CommunityEntity::community));
    }

    @Override
    public void addCommunity(Community community) {
        change(m -> m.persist(new CommunityEntity(community)));
    }

    @Override
    public List<Membership> memberships() {
        return ask(m -> m.createQuery("SELECT m FROM Membership m", MembershipEntity.class)
                .getResultStream()
                .map(MembershipEntity::membership)
                .toList());
    }

    @Override
    public Optional<Membership> membership(UserId user, CommunityId community) {
        return ask(m -> Optional.ofNullable(m.find(MembershipEntity.class, new MembershipKey(user, community)))
                .map(MembershipEntity::membership));
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

    private void change(Consumer<EntityManager> work) {
        ask(m -> {
            work.accept(m);
            return Boolean.TRUE;
        });
    }

    private <R> R ask(Function<EntityManager, R> work) {
        try {
            return database.inTransaction(work);
        } catch (RuntimeException e) {
            if (StoreException.hasState(e, TAKEN)) {
                throw new DuplicateNameException();
            }
            throw StoreException.because("the platform database failed", e);
        }
    }
}
