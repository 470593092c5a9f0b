package fr.sillage.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Treatment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final ImportPlan PLAN = new ImportPlan(
            "stages « d'été »",
            "fr.sillage.source.csv",
            new Values(Map.of("separator", "comma", "encoding", "UTF-8")),
            List.of(
                    new ColumnPlan(
                            new Field("date", Type.DATE, Set.of(RoleId.TIME), Privacy.OTHER),
                            new ValueFormat(Type.DATE, "dd/MM/yyyy"),
                            Treatment.KEEP),
                    new ColumnPlan(
                            new Field("id", Type.CATEGORY, Set.of(), Privacy.DIRECT_IDENTIFIER),
                            ValueFormat.of(Type.CATEGORY),
                            new Treatment("pseudonym", new Values(Map.of("scheme", "a\tb\n\"c\""))))),
            "");

    /** With methods that look like properties and are none. */
    record Small(String name) {
        boolean isEmpty() {
            return name.isEmpty();
        }
    }

    @Test
    void aPlanComesBackAsItWas() {
        assertEquals(PLAN, Json.read(Json.write(PLAN), ImportPlan.class));
    }

    @Test
    void theSameRecordIsTheSameText() {
        assertEquals("{\"name\":\"x\"}", Json.write(new Small("x")));
        assertEquals(Json.write(PLAN), Json.write(Json.read(Json.write(PLAN), ImportPlan.class)));
    }

    @Test
    void textOfAnotherShapeIsRefusedWithoutBeingQuoted() {
        for (String text : List.of("", "[]", "{}", "{\"name\":null}", "{\"name\":\"secret\",\"more\":1}", "secret")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> Json.read(text, Small.class), text);
            assertFalse(refused.toString().contains("secret"));
        }
    }
}
