package fr.sillage.security.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.PasswordHasher;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordSignInTest {
    private static final Account ADA = new Account(UserId.random(), "ada", "Ada", false);
    private static final Account KEYLESS = new Account(UserId.random(), "keyless", "No password", false);

    /** What was checked against which hash. */
    private final List<String> checked = new ArrayList<>();

    private final PasswordHasher hasher = new PasswordHasher() {
        @Override
        public String hash(char[] password) {
            return "hash of " + new String(password);
        }

        @Override
        public boolean matches(char[] password, String hash) {
            checked.add(hash);
            return hash.equals("hash of " + new String(password));
        }
    };
    private long now = Long.MAX_VALUE - 1_000; // counts from anywhere, and may overflow
    private final PasswordSignIn signIn = new PasswordSignIn(store(), hasher, () -> now);

    @Test
    void theRightPasswordSignsInWhateverTheCaseOfTheLogin() {
        assertEquals(Optional.of(ADA), signIn.signIn("ada", password("right password")));
        assertEquals(Optional.of(ADA), signIn.signIn(" ADA ", password("right password")));
    }

    @Test
    void wrongLoginAndWrongPasswordAreRefusedAtTheSameCost() {
        assertEquals(Optional.empty(), signIn.signIn("ada", password("wrong password")));
        assertEquals(Optional.empty(), signIn.signIn("nobody", password("right password")));
        assertEquals(Optional.empty(), signIn.signIn("keyless", password("right password")));

        assertEquals(3, checked.size(), "one hash each");
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWait() {
        for (int i = 0; i < Throttle.FREE_FAILURES; i++) {
            signIn.signIn("ada", password("wrong password"));
        }
        assertEquals(Optional.empty(), signIn.signIn("ada", password("right password")));
        now += Duration.ofSeconds(1).toNanos();
        assertEquals(Optional.of(ADA), signIn.signIn("ada", password("right password")));
        for (int i = 0; i < Throttle.FREE_FAILURES - 1; i++) {
            signIn.signIn("ada", password("wrong password"));
        }
        assertEquals(Optional.of(ADA), signIn.signIn("ada", password("right password")));
    }

    @Test
    void anUnknownLoginIsSlowedDownLikeAKnownOne() {
        for (int i = 0; i < Throttle.FREE_FAILURES + 3; i++) {
            signIn.signIn("nobody", password("wrong password"));
        }

        assertEquals(Throttle.FREE_FAILURES, checked.size());
    }

    @Test
    void thePasswordIsWipedInEveryCase() {
        char[] right = password("right password");
        char[] wrong = password("wrong password");
        char[] failing = password("right password");
        signIn.signIn("ada", right);
        signIn.signIn("ada", wrong);
        assertThrows(IllegalStateException.class, () -> signIn.signIn("broken", failing));

        assertArrayEquals(new char[14], right);
        assertArrayEquals(new char[14], wrong);
        assertArrayEquals(new char[14], failing);
    }

    private static char[] password(String text) {
        return text.toCharArray();
    }

    private static PlatformStore store() {
        return (PlatformStore) Proxy.newProxyInstance(
                PlatformStore.class.getClassLoader(),
                new Class<?>[] {PlatformStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "accountByLogin" -> accountByLogin((String) arguments[0]);
                    case "passwordHash" ->
                        arguments[0].equals(ADA.id()) ? Optional.of("hash of right password") : Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Optional<Account> accountByLogin(String login) {
        if (login.equals("broken")) {
            throw new IllegalStateException("the store is broken");
        }
        return List.of(ADA, KEYLESS).stream()
                .filter(account -> account.login().equals(login))
                .findFirst();
    }
}
