package fr.sillage.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The texts beside a class, {@code messages_fr.properties} and {@code messages_en.properties}, in one language. */
public final class Messages {
    private final Properties texts = new Properties();
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
    }

    /** @param locale French unless English */
    public static Messages of(Class<?> beside, Locale locale) {
        Messages messages = new Messages(locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH);
        String file = "messages_" + messages.locale.getLanguage() + ".properties";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + beside.getName());
            }
            messages.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    /** @throws IllegalArgumentException where there is no such text */
    public String get(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }
}
