package fr.sillage.anonymizer.pseudonym.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PseudonymTest {
    private static final Values PERSON = new Values(Map.of("scheme", "person"));
    /** Shows scheme and value, so that a test sees what was asked for. */
    private static final AnonymizerContext CONTEXT = scheme -> raw -> scheme + "<" + raw + ">";

    private final Pseudonym pseudonym = new Pseudonym();

    @Test
    void aDirectIdentifierBecomesACategoryThatRevealsNothingAndKeepsNameAndRoles() {
        Field field = new Field("id", Type.INTEGER, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER);

        Field after = pseudonym.becomes(field, PERSON).orElseThrow();

        assertEquals(new Field("id", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.OTHER), after);
    }

    @Test
    void everyTextIsReplacedUnderTheSchemeAndMissingOnesStayMissing() {
        Column in = new Column.Texts(new String[] {"ada", null, "bob", "  "});

        Column out = pseudonym.apply(in, new Values(Map.of("scheme", "email")), CONTEXT);

        assertArrayEquals(new String[] {"email<ada>", null, "email<bob>", null}, ((Column.Texts) out).values());
        assertEquals("ada", ((Column.Texts) in).values()[0]);
    }

    @Test
    void aNumberIsThePersonThatItsTextIs() {
        BitSet missing = new BitSet();
        missing.set(1);

        Column whole = pseudonym.apply(new Column.Longs(new long[] {11391, 0}, missing), PERSON, CONTEXT);
        Column decimal = pseudonym.apply(new Column.Doubles(new double[] {11391, 0}, missing), PERSON, CONTEXT);

        assertArrayEquals(new String[] {"person<11391>", null}, ((Column.Texts) whole).values());
        assertArrayEquals(new String[] {"person<11391>", null}, ((Column.Texts) decimal).values());
        assertTrue(whole.isMissing(1));
    }

    @Test
    void withoutASchemeNothingIsDone() {
        Column in = new Column.Texts(new String[] {"ada"});

        assertThrows(IllegalArgumentException.class, () -> pseudonym.apply(in, Values.NONE, CONTEXT));
        assertThrows(
                IllegalArgumentException.class, () -> pseudonym.apply(in, new Values(Map.of("scheme", " ")), CONTEXT));
    }
}
