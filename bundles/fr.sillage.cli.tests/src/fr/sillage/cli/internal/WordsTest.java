package fr.sillage.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() throws IOException {
        Properties french = texts("fr");
        Properties english = texts("en");

        assertEquals(french.stringPropertyNames(), english.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertEquals(
                    new MessageFormat(french.getProperty(key)).getFormatsByArgumentIndex().length,
                    new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length,
                    key);
        }
    }

    @Test
    void argumentsAreFilledIn() {
        assertEquals(
                "La colonne «\u00a0région\u00a0» n’existe pas dans les données.",
                new Words(Locale.FRENCH).text("column.unknown", "région"));
        assertEquals(
                "The platform’s services did not start within 30 seconds.",
                new Words(Locale.ENGLISH).text("services.missing"));
        assertTrue(new Words(Locale.ENGLISH).text("usage").lines().count() > 5);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/texts/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
