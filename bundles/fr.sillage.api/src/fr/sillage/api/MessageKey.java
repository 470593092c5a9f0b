package fr.sillage.api;

import java.util.Objects;

/**
 * Names a text of a contribution; the core finds it in the contribution's resource bundle in the reader's language.
 *
 * @param contribution id of the contribution, for instance {@code fr.sillage.analysis.crossing}
 * @param key key in its resource bundle, for instance {@code finding.link.clear}
 */
public record MessageKey(String contribution, String key) {
    public MessageKey {
        Objects.requireNonNull(contribution);
        Objects.requireNonNull(key);
    }
}
