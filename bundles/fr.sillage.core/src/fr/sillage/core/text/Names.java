package fr.sillage.core.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What may be a name: of a community, an account, a data set, a plan, a saved analysis. One rule for all, so that
 * names look like what they are wherever they stand.
 */
public final class Names {
    /** UTF-16 units, as the databases count. */
    public static final int LONGEST = 200;

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    /** What is wrong with a name. */
    public enum Fault {
        /** Nothing that one sees. */
        BLANK,
        /** Longer than {@value Names#LONGEST}. */
        LONG,
        /** Line ends, controls, invisible characters or such as turn the direction of reading. */
        HIDDEN
    }

    private Names() {}

    /**
     * The name as it is kept: composed, without blanks around it.
     *
     * @throws RefusedNameException where something is wrong with it
     */
    public static String accept(String typed) {
        String name = kept(typed);
        Optional<Fault> fault = faultIn(name);
        if (fault.isPresent()) {
            throw new RefusedNameException(fault.get());
        }
        return name;
    }

    /** What is wrong with it; empty where nothing is. */
    public static Optional<Fault> fault(String typed) {
        return faultIn(kept(typed));
    }

    private static String kept(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    private static Optional<Fault> faultIn(String name) {
        if (name.codePoints().anyMatch(Names::hidden)) {
            return Optional.of(Fault.HIDDEN);
        }
        if (name.codePoints().noneMatch(Names::seen)) {
            return Optional.of(Fault.BLANK);
        }
        return name.length() > LONGEST ? Optional.of(Fault.LONG) : Optional.empty();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> c != JOINER && c != NON_JOINER; // some scripts are written with these two
            case Character.UNASSIGNED -> (c & 0xFFFE) == 0xFFFE; // never a character; others may come
            default -> false;
        };
    }

    private static boolean seen(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && c != JOINER
                && c != NON_JOINER
                && Character.getType(c) != Character.NON_SPACING_MARK
                && c != 0x2800 // an empty pattern of dots
                && c != 0x3164; // a filler
    }
}
