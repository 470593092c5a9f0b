package fr.sillage.core.community;

import java.util.Optional;

/** Sign-in with a password; implemented by the security bundle. */
public interface SignIn {
    /**
     * Takes the same time whether the login exists or not, and slows down after repeated failures.
     *
     * @return the account; empty where login or password is wrong
     */
    Optional<Account> signIn(String login, char[] password);
}
