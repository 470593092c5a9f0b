package fr.sillage.platform.texts;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How texts are set. In French a no-break space stands before a colon and inside guillemets, a narrow one before other
 * double signs (Imprimerie nationale, Lexique des règles typographiques).
 */
record Typography(String fault, Pattern wrong) {
    private static final String NO_BREAK = "\u00a0";
    private static final String NARROW = "\u202f";
    private static final String END = "(?=[\\s)|}»]|$)";

    private static final List<Typography> ALL = List.of(
            of("a straight apostrophe", "\\p{L}'{1,2}(?=[\\p{L}«{])"), of("dots for an ellipsis", "\\p{L}\\.\\.\\."));

    private static final List<Typography> FRENCH = List.of(
            of("no narrow no-break space before ; ! ?", "[^" + NARROW + "][;!?]" + END),
            of("no no-break space before a colon", "[^" + NO_BREAK + "]:" + END),
            of("no no-break space inside guillemets", "«(?!" + NO_BREAK + ")|(?<!" + NO_BREAK + ")»"),
            of("no narrow no-break space before %", "[\\d}][ " + NO_BREAK + "]?%"));

    private static final List<Typography> ENGLISH = List.of(of("straight quotes", "\"[^\"]+\""));

    private static Typography of(String fault, String wrong) {
        return new Typography(fault, Pattern.compile(wrong));
    }

    static List<String> french(String text) {
        return faults(text, FRENCH);
    }

    static List<String> english(String text) {
        return faults(text, ENGLISH);
    }

    /** Each fault with what stands around it. */
    private static List<String> faults(String text, List<Typography> language) {
        return List.of(ALL, language).stream()
                .flatMap(List::stream)
                .flatMap(rule -> rule.wrong
                        .matcher(text)
                        .results()
                        .map(found -> rule.fault + ": …" + around(text, found.start(), found.end()) + "…"))
                .toList();
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 15), Math.min(text.length(), end + 5));
    }
}
