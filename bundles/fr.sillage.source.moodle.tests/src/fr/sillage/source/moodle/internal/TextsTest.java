package fr.sillage.source.moodle.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
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
                "Journal d’activité de Moodle ou de M@gistère\u00a0: 9 de ses 10 colonnes sont reconnues à leur titre.",
                format("fr", "why.log", 9));
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
