package fr.sillage.source.csv.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.delimited.Quote;
import fr.sillage.delimited.Separator;
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
    void everySettingAndChoiceHasItsText() throws IOException {
        Set<String> keys = texts("fr").stringPropertyNames();
        for (String name : CsvSettings.PLAIN.toValues().byName().keySet()) {
            assertTrue(keys.contains("parameter." + name), name);
        }
        for (Separator separator : Separator.values()) {
            assertTrue(keys.contains("parameter.separator." + separator.id()));
        }
        for (Quote quote : Quote.values()) {
            assertTrue(keys.contains("parameter.quote." + quote.id()));
        }
    }

    @Test
    void theTextsTakeTheirArguments() throws IOException {
        assertEquals(
                "La première ligne contient les titres\u00a0: 3 noms de colonnes sont connus.",
                format("fr", "why.header.names", 3L));
        assertEquals("Single quotes (')", format("en", "parameter.quote.single"));
    }

    private static String format(String language, String key, Object... arguments) throws IOException {
        return new MessageFormat(texts(language).getProperty(key), Locale.of(language)).format(arguments);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = CsvSource.class.getResourceAsStream("/texts/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
