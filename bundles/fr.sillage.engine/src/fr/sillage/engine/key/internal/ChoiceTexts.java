package fr.sillage.engine.key.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that hold several values each: what stands between separators, stripped of spaces, each value once. */
public final class ChoiceTexts {
    private final Pattern between;

    public ChoiceTexts(String separator) {
        this.between = Pattern.compile(separator, Pattern.LITERAL);
    }

    /** The values of one text. */
    public Set<String> values(String text) {
        Set<String> values = new LinkedHashSet<>();
        for (String part : between.split(text)) {
            if (!part.isBlank()) {
                values.add(part.strip());
            }
        }
        return values;
    }
}
