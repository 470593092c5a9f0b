package fr.sillage.core.community;

import java.util.Optional;

/** The way into a platform without any account: a token, printed at the start, makes the administrator once. */
public interface FirstAdministrator {
    /** The token of this start; empty where there is an account already. */
    Optional<String> token();

    /**
     * Makes the administrator and ends the token.
     *
     * @throws AccessDeniedException where the token is not the one, or was used
     * @throws IllegalArgumentException as {@link Communities.Administration#createAccount}
     */
    Account create(String token, String login, String name, char[] password);
}
