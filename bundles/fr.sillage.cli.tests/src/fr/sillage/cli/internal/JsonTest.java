package fr.sillage.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void numbersKeepTheirFullPrecision() {
        assertEquals(
                "[658.2494642117329,1.4447116E-101,9007199254740993,-0.1,0,12]",
                Json.of(List.of(658.2494642117329, 1.4447116e-101, 9007199254740993L, -0.1, 0L, 12)));
    }

    @Test
    void whatIsHiddenOrNotDefinedIsNull() {
        assertEquals(
                "[null,null,null,null,true]",
                Json.of(List.of(Optional.empty(), Double.NaN, Double.POSITIVE_INFINITY, -1.0 / 0, true)));
    }

    @Test
    void textsAreEscaped() {
        assertEquals("\"a\\\"b\\\\c\\nd\\u001b\\u009be é 😀 \\ud83d\"", Json.of("a\"b\\c\nd\u001b\u009be é 😀 \ud83d"));
    }

    @Test
    void objectsKeepTheirOrderAndEmptyOnesAreValid() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", List.of());
        object.put("a", Map.of());

        assertEquals("{\"z\":[],\"a\":{}}", Json.of(object));
    }

    @Test
    void otherThingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Json.of(BigDecimal.ONE));
    }
}
