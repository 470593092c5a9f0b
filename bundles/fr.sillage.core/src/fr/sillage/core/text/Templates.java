package fr.sillage.core.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Texts of contributions as they were at a moment, in all languages.
 *
 * @param texts by contribution, language and key, as MessageFormat has them
 */
public record Templates(Map<String, Map<String, Map<String, String>>> texts) {
    public Templates {
        Map<String, Map<String, Map<String, String>>> copy = new HashMap<>();
        texts.forEach((contribution, languages) -> copy.put(contribution, Map.copyOf(languages)));
        texts = Map.copyOf(copy);
    }
}
