package fr.sillage.delimited;

import java.util.Locale;
import java.util.Optional;

/** What encloses a cell that holds separators or line ends. */
public enum Quote {
    DOUBLE("\""),
    SINGLE("'"),
    NONE("");

    private final String sign;

    Quote(String sign) {
        this.sign = sign;
    }

    public Optional<Character> character() {
        return sign.isEmpty() ? Optional.empty() : Optional.of(sign.charAt(0));
    }

    /** The value of the setting. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the value of the setting, or by the character itself. */
    public static Optional<Quote> of(String text) {
        for (Quote quote : values()) {
            if (quote.id().equals(text) || quote.sign.equals(text)) {
                return Optional.of(quote);
            }
        }
        return Optional.empty();
    }
}
