package fr.sillage.core.text;

import fr.sillage.api.Message;
import fr.sillage.api.MessageKey;
import fr.sillage.api.published.PublishedFinding;
import java.util.List;
import java.util.Locale;

/** Texts of contributions in a reader's language: French or English, never the server's. */
public interface Texts {
    /** French unless the locale's language is English. */
    static Locale supported(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    /**
     * @return the text with its arguments (MessageFormat); the key itself where the contribution is gone
     */
    String text(MessageKey key, List<Object> arguments, Locale locale);

    default String text(Message message, Locale locale) {
        return text(message.key(), message.arguments(), locale);
    }

    default String text(String contribution, String key, Locale locale) {
        return text(new MessageKey(contribution, key), List.of(), locale);
    }

    /** The sentence, its numbers written in the reader's way. Holds text from outside: escape it where shown. */
    String sentence(PublishedFinding finding, Locale locale);
}
