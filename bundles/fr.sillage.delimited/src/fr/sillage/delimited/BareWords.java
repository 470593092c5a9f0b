package fr.sillage.delimited;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns stripped to what they have in common, however they are written. */
public final class BareWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private BareWords() {}

    /** Lower case, without accents, words separated by one space: {@code "IdStudent"} and {@code "id_student"} agree. */
    public static String of(String name) {
        String humps = HUMP.matcher(name).replaceAll(" ");
        String bare =
                MARKS.matcher(Normalizer.normalize(humps, Normalizer.Form.NFD)).replaceAll("");
        return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
