package fr.sillage.anonymizer.drop.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DropTest {
    private static final AnonymizerContext CONTEXT = scheme -> raw -> raw;

    private final Drop drop = new Drop();

    @Test
    void nothingIsLeftOfTheField() {
        Field field = new Field("name", Type.TEXT, Set.of(), Privacy.DIRECT_IDENTIFIER);

        assertEquals(Optional.empty(), drop.becomes(field, Values.NONE));
    }

    @Test
    void valuesOfADroppedColumnAreRefused() {
        Column in = new Column.Texts(new String[] {"Ada"});

        assertThrows(IllegalStateException.class, () -> drop.apply(in, Values.NONE, CONTEXT));
    }
}
