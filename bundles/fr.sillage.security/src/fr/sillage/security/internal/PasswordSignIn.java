package fr.sillage.security.internal;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.SignIn;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks login and password against the platform database. An attempt made too soon after failures is refused without
 * a look at the password, whether the login exists or not. The password is wiped in every case.
 */
@Component
@Provides
@Instantiate
public class PasswordSignIn implements SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Throttle throttle;

    @Requires
    private PlatformStore store;

    @Requires
    private PasswordHasher hasher;
    /** The hash of a password that nobody knows: what an unknown login is checked against, for the time it takes. */
    private String nobodysHash;

    public PasswordSignIn() {
        this.throttle = new Throttle(System::nanoTime);
    }

    PasswordSignIn(PlatformStore store, PasswordHasher hasher, LongSupplier nanos) {
        this.throttle = new Throttle(nanos);
        this.store = store;
        this.hasher = hasher;
        start();
    }

    @Validate
    final void start() {
        char[] unknown = new SecureRandom()
                .ints(32, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toCharArray();
        nobodysHash = hasher.hash(unknown);
    }

    @Override
    public Optional<Account> signIn(String login, char[] password) {
        try {
            String name = login.strip().toLowerCase(Locale.ROOT);
            if (!throttle.mayTry(name)) {
                LOG.warn("sign-in refused: too soon after failures");
                return Optional.empty();
            }
            Optional<Account> account = store.accountByLogin(name);
            Optional<String> hash = account.map(Account::id).flatMap(store::passwordHash);
            boolean matches = hasher.matches(password, hash.orElse(nobodysHash));
            if (!matches || hash.isEmpty()) {
                LOG.warn("sign-in refused: wrong login or password");
                return Optional.empty();
            }
            throttle.succeeded(name);
            LOG.info("sign-in accepted");
            return account;
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
