package fr.sillage.anonymizer.pseudonym.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void bothLanguagesSayTheEffectAndNameEveryParameter() throws IOException {
        Set<String> expected = Set.of("effect", "parameter.scheme");

        assertEquals(expected, texts("fr").stringPropertyNames());
        assertEquals(expected, texts("en").stringPropertyNames());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Pseudonym.class.getResourceAsStream("/texts/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
