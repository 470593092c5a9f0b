package fr.sillage.anonymizer.generalise.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "groups", Set.of("effect", "parameter.groups", "parameter.others"),
            "bands", Set.of("effect", "parameter.width", "parameter.limits"),
            "period",
                    Set.of(
                            "effect",
                            "parameter.period",
                            "parameter.period.month",
                            "parameter.period.year",
                            "parameter.period.schoolyear"));

    @Test
    void bothLanguagesSayTheEffectAndNameEveryParameter() throws IOException {
        for (Map.Entry<String, Set<String>> kind : EXPECTED.entrySet()) {
            assertEquals(kind.getValue(), texts(kind.getKey(), "fr").stringPropertyNames());
            assertEquals(kind.getValue(), texts(kind.getKey(), "en").stringPropertyNames());
        }
    }

    private static Properties texts(String kind, String language) throws IOException {
        Properties texts = new Properties();
        String file = "/texts/" + kind + "_" + language + ".properties";
        try (InputStream in = Grouping.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
