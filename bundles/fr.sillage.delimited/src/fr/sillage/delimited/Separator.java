package fr.sillage.delimited;

import java.util.Locale;
import java.util.Optional;

/** What stands between two cells. */
public enum Separator {
    SEMICOLON(';'),
    COMMA(','),
    TAB('\t'),
    PIPE('|');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }

    /** The value of the setting. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the value of the setting, or by the character itself. */
    public static Optional<Separator> of(String text) {
        for (Separator separator : values()) {
            if (separator.id().equals(text)
                    || String.valueOf(separator.character).equals(text)) {
                return Optional.of(separator);
            }
        }
        return Optional.empty();
    }

    /** What a first line such as {@code sep=;} says, which Excel reads and writes. */
    static Optional<Separator> declaredBy(String line) {
        return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4)
                ? of(line.substring(4))
                : Optional.empty();
    }
}
