package fr.sillage.core.community;

/** Turns passwords into what may be stored (Argon2id); implemented by the security bundle. */
public interface PasswordHasher {
    /** @return parameters, salt and hash in one text */
    String hash(char[] password);

    boolean matches(char[] password, String hash);
}
