package fr.sillage.api.anonymizer;

/** Turns what names a person into that person's key under one scheme of one silo; never shows the silo's key. */
@FunctionalInterface
public interface Pseudonymiser {
    /**
     * The input is normalised (trimmed, lower case, Unicode NFKC) first.
     *
     * @return 128 bits of HMAC-SHA-256 as 32 hexadecimal digits
     */
    String pseudonym(String raw);
}
