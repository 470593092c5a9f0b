package fr.sillage.core.internal.export;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files and resources made of titles: lower-case ASCII letters, digits and dashes, so that they are the same on
 * every file system and lead to no other folder. No two are alike.
 */
final class PackageNames {
    private static final int LONGEST = 40;
    /** What Windows takes for a device. */
    private static final String DEVICES = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

    private final Set<String> given = new HashSet<>();

    /** @param otherwise where nothing of the title can be kept */
    String name(String title, String otherwise) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = trimmed(plain.substring(0, Math.min(LONGEST, plain.length())));
        String base = cut.isEmpty() ? otherwise : cut.matches(DEVICES) ? otherwise + "-" + cut : cut;
        String name = base;
        for (int number = 2; !given.add(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
