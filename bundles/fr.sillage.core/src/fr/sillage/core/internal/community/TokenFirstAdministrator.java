package fr.sillage.core.internal.community;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.FirstAdministrator;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.silo.SiloStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** A random token of 128 bits, in memory only. */
@Component
@Provides
@Instantiate
public class TokenFirstAdministrator implements FirstAdministrator {
    private static final int TOKEN_BYTES = 16;

    private final PlatformStore platform;
    private final SiloStore silos;
    private final PasswordHasher hasher;
    private final String token;

    public TokenFirstAdministrator(
            @Requires PlatformStore platform, @Requires SiloStore silos, @Requires PasswordHasher hasher) {
        this.platform = platform;
        this.silos = silos;
        this.hasher = hasher;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    @Override
    public Optional<String> token() {
        return platform.accounts().isEmpty() ? Optional.of(token) : Optional.empty();
    }

    @Override
    public synchronized Account create(String given, String login, String name, char[] password) {
        boolean right =
                MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (!right || token().isEmpty()) {
            throw new AccessDeniedException("not the token, or used");
        }
        return new PlatformAdministration(platform, silos, hasher).createAccount(login, name, true, password);
    }
}
