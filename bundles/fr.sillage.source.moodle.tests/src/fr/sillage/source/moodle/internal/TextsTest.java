package fr.sillage.source.moodle.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertEquals(
                new TreeSet<>(texts("fr").stringPropertyNames()),
                new TreeSet<>(texts("en").stringPropertyNames()));
    }

    @Test
    void everySettingHasItsText() throws IOException {
        Set<String> keys = texts("fr").stringPropertyNames();
        for (String name : Set.of("exported", "days", "persons", "persons.id", "persons.name", "encoding")) {
            assertTrue(keys.contains("parameter." + name), name);
        }
    }

    @Test
    void theTextsNameThePlatformOfTheInstitute() throws IOException {
        assertEquals(
                "Journal d’activité de Moodle ou de M@gistère : 9 de ses 10 colonnes sont reconnues à leur titre.",
                format("fr", "why.log", 9));
    }

    @Test
    void noTextLosesAnArgumentToAnApostrophe() throws IOException {
        for (String language : Set.of("fr", "en")) {
            for (String key : texts(language).stringPropertyNames()) {
                assertFalse(format(language, key, 1, 2, 3).matches("(?s).*\\{\\d.*"), key);
            }
        }
    }

    private static String format(String language, String key, Object... arguments) throws IOException {
        return new MessageFormat(texts(language).getProperty(key), Locale.of(language)).format(arguments);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = MoodleSource.class.getResourceAsStream("/texts/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
