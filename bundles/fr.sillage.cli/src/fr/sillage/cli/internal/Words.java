package fr.sillage.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The command line's own texts in one language. */
final class Words {
    private final Locale locale;
    private final Properties texts = new Properties();

    /** @param locale French or English */
    Words(Locale locale) {
        this.locale = locale;
        String file = "/texts/messages_" + locale.getLanguage() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    String text(String key, List<Object> arguments) {
        String pattern = Optional.ofNullable(texts.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no text " + key));
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }
}
