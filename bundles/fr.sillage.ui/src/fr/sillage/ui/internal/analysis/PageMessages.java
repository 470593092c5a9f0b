package fr.sillage.ui.internal.analysis;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts of the analysis page, read per call.
 *
 * @param locale French or English
 */
record PageMessages(Locale locale) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("fr.sillage.ui.internal.analysis.messages", locale,
                PageMessages.class.getClassLoader(), NO_FALLBACK).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }
}
