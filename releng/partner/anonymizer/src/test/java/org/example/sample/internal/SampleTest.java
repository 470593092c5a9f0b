package org.example.sample.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Field POSTCODE = new Field("postcode", Type.TEXT, Set.of(), Privacy.QUASI_IDENTIFIER);

    @Test
    void keepsTheFirstCharactersAndWhatIsMissing() {
        Column.Texts out = (Column.Texts) new Sample()
                .apply(new Column.Texts(new String[] {"75011", null, "9"}), Values.NONE.with("length", "2"), scheme -> {
                    throw new AssertionError("no pseudonym is needed");
                });

        assertArrayEquals(new String[] {"75", null, "9"}, out.values());
    }

    @Test
    void noDirectIdentifierIsLeft() {
        Values two = Values.NONE.with("length", "2");
        Field after = new Sample().becomes(POSTCODE, two).orElseThrow();

        assertEquals(Privacy.QUASI_IDENTIFIER, after.privacy());
        assertEquals(Type.CATEGORY, after.type());
        assertEquals(
                Privacy.QUASI_IDENTIFIER,
                new Sample()
                        .becomes(POSTCODE.withPrivacy(Privacy.DIRECT_IDENTIFIER), two)
                        .orElseThrow()
                        .privacy());
        assertEquals(
                Privacy.SENSITIVE,
                new Sample()
                        .becomes(POSTCODE.withPrivacy(Privacy.SENSITIVE), two)
                        .orElseThrow()
                        .privacy());
    }

    @Test
    void aLengthMustBeANumber() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sample().becomes(POSTCODE, Values.NONE.with("length", "all")));
    }
}
