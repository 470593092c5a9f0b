package fr.sillage.delimited;

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
    void everySeparatorHasItsReasons() throws IOException {
        Set<String> keys = texts("fr").stringPropertyNames();
        for (Separator separator : Separator.values()) {
            assertTrue(keys.contains("why.separator." + separator.id()));
            assertTrue(keys.contains("why.separator.declared." + separator.id()));
        }
    }

    @Test
    void theTextsTakeTheirArguments() throws IOException {
        assertEquals(
                "À cette ligne, des caractères ne sont pas en UTF-8. Choisissez un autre encodage\u00a0: windows-1252.",
                format("fr", "refused.bytes", "UTF-8", "windows-1252"));
        assertEquals(
                "Separator: semicolon, because 12 of 12 lines have 5 of them.",
                format("en", "why.separator.semicolon", 12, 12, 5));
    }

    private static String format(String language, String key, Object... arguments) throws IOException {
        return new MessageFormat(texts(language).getProperty(key), Locale.of(language)).format(arguments);
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Layout.class.getResourceAsStream("/texts/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
