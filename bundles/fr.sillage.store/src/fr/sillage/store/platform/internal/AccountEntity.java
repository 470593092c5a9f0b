package fr.sillage.store.platform.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;

/** An account with its password hash. */
@Entity(name = "Account")
@Table(name = "ACCOUNT")
class AccountEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "LOGIN")
    private String login;

    @Column(name = "NAME")
    private String name;

    @Column(name = "ADMINISTRATOR")
    private boolean administrator;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    protected AccountEntity() {}

    AccountEntity(Account account, String passwordHash) {
        id = account.id().value();
        login = plain(account.login());
        name = account.name();
        administrator = account.administrator();
        this.passwordHash = passwordHash;
    }

    /** A login as it is kept and compared. */
    static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    Account account() {
        return new Account(new UserId(id), login, name, administrator);
    }

    String passwordHash() {
        return passwordHash;
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }
}
