package fr.sillage.ui.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a crossing begins with. */
class ColumnChoiceTest {
    private static final Field MODULE = new Field("module", Type.CATEGORY, Set.of(RoleId.ITEM), Privacy.OTHER);
    private static final Field PERSON =
            new Field("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.QUASI_IDENTIFIER);
    private static final Field MAIL = new Field("mail", Type.CATEGORY, Set.of(), Privacy.DIRECT_IDENTIFIER);
    private static final Field AGE = new Field("age", Type.INTEGER, Set.of(), Privacy.QUASI_IDENTIFIER);
    private static final Field REGION = new Field("region", Type.CATEGORY, Set.of(), Privacy.QUASI_IDENTIFIER);
    private static final Field SCORE = new Field("score", Type.DECIMAL, Set.of(), Privacy.OTHER);
    private static final Field REMARK = new Field("remark", Type.TEXT, Set.of(), Privacy.SENSITIVE);
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void neitherPersonsNorTextsNorMeasuresAreOffered() {
        assertEquals(
                List.of("module", "age", "region"),
                ColumnChoice.of(List.of(MODULE, PERSON, MAIL, AGE, REGION, SCORE, REMARK))
                        .names());
    }

    @Test
    void rowsAreAboutPersonsAndColumnsAreWhatWasChosen() {
        assertEquals(
                List.of(Optional.of("region"), Optional.of("module")),
                ColumnChoice.of(List.of(MODULE, AGE, REGION)).initial(List.of(NONE, NONE)));
    }

    @Test
    void aDeclaredDefaultWinsWhereItIsThere() {
        ColumnChoice choice = ColumnChoice.of(List.of(MODULE, AGE, REGION));

        assertEquals(
                List.of(Optional.of("age"), Optional.of("module")),
                choice.initial(List.of(Optional.of("age"), Optional.of("gone"))));
    }

    @Test
    void withoutAnItemTwoDifferentColumnsAreChosen() {
        assertEquals(
                List.of(Optional.of("region"), Optional.of("age")),
                ColumnChoice.of(List.of(AGE, REGION)).initial(List.of(NONE, NONE)));
    }

    @Test
    void fewColumnsAreNoFault() {
        assertEquals(
                List.of(Optional.of("region"), Optional.of("region")),
                ColumnChoice.of(List.of(REGION)).initial(List.of(NONE, NONE)));
        assertEquals(List.of(NONE, NONE), ColumnChoice.of(List.of(SCORE)).initial(List.of(NONE, NONE)));
    }
}
