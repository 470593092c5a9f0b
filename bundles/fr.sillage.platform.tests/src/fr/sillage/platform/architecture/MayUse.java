package fr.sillage.platform.architecture;

import fr.sillage.platform.Checkout;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of parts in {@code docs/architecture.md}: what people read is what is checked.
 *
 * @param rows for each bundle the words of its last column
 * @param pure short names of the bundles that run without OSGi, from the sentence above the table
 */
record MayUse(Map<String, List<String>> rows, Set<String> pure) {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.]+)` \\|[^|]+\\|([^|]+)\\|$", Pattern.MULTILINE);
    private static final Pattern PURE = Pattern.compile("pure bundles \\(([^)]+)\\)");

    static MayUse read() {
        return parse(Checkout.text(Checkout.ROOT.resolve("docs/architecture.md")));
    }

    static MayUse parse(String text) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(text).results().toList()) {
            rows.put(row.group(1), words(row.group(2)));
        }
        Matcher pure = PURE.matcher(text);
        if (rows.isEmpty() || !pure.find()) {
            throw new IllegalArgumentException("no table of parts, or no sentence about the pure bundles");
        }
        return new MayUse(
                Collections.unmodifiableMap(rows),
                words(pure.group(1)).stream().map(word -> "fr.sillage." + word).collect(Collectors.toSet()));
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
