package fr.sillage.core.community;

import java.util.Objects;

/**
 * Somebody who can sign in.
 *
 * @param login name typed at sign-in; unique, lower case
 * @param name shown on the screen
 * @param administrator whether this is a platform administrator, who stands outside the communities
 */
public record Account(UserId id, String login, String name, boolean administrator) {
    public Account {
        Objects.requireNonNull(id);
        Objects.requireNonNull(login);
        Objects.requireNonNull(name);
    }
}
