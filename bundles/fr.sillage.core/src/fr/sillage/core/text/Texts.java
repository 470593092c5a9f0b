package fr.sillage.core.text;

import fr.sillage.api.Message;
import fr.sillage.api.MessageKey;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.PublishedFinding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Texts of contributions in a reader's language: French or English, never the server's. A text may hold {@code {rows}},
 * {@code {row}} and {@code {Rows}}: the word for what a row of the data is, "rows" unless {@link #speakingOf} said more.
 */
public interface Texts {
    /** The languages of the platform, the first for readers of all others. */
    List<Locale> SUPPORTED = List.of(Locale.FRENCH, Locale.ENGLISH);

    /** Term in tables for the categories of few persons that the gate gathered; its text is the core's {@code rare}. */
    String RARE = "core:rare";

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

    /**
     * A stretch of a sentence.
     *
     * @param category whether it names a category of the data
     */
    record Run(String text, boolean category) {}

    /** The sentence, its numbers written in the reader's way. Holds text from outside: escape it where shown. */
    List<Run> runs(PublishedFinding finding, Locale locale);

    /** {@link #runs} as one text. */
    default String sentence(PublishedFinding finding, Locale locale) {
        return runs(finding, locale).stream().map(Run::text).collect(Collectors.joining());
    }

    /** The word for rows of a kind, in the plural: what stands for {@code {rows}} in texts. */
    String rows(RowKind kind, Locale locale);

    /** The same texts, naming rows by what they are. */
    Texts speakingOf(RowKind kind);
}
