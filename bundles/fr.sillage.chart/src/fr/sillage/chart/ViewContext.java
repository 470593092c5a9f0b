package fr.sillage.chart;

import fr.sillage.api.published.PublishedValue;
import java.util.Locale;

/** What a view may ask of the page that it draws on. */
public interface ViewContext {
    /** French or English. */
    Locale locale();

    /**
     * A text of the analysis in the reader's language.
     *
     * @param arguments for its places (MessageFormat)
     * @return the key itself where there is no such text
     */
    String text(String key, Object... arguments);

    /**
     * A value as people read it: numbers no more exact than published, hidden ones as a dot, terms in the reader's
     * language. Labels are texts from outside: where markup is switched on they must be escaped, and a label's
     * {@code &} is to be doubled.
     */
    String value(PublishedValue value);

    /** To be called when what was drawn has become higher or lower later on. */
    void resized();
}
