package fr.sillage.ui.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
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
                        .names(any("")));
    }

    @Test
    void aParameterOffersTheTypesThatItNames() {
        ColumnChoice choice = ColumnChoice.of(List.of(MODULE, PERSON, AGE, REGION, SCORE, REMARK));
        ParameterDescriptor numbers = typed(Type.DECIMAL, Type.INTEGER);

        assertEquals(List.of("age", "score"), choice.names(numbers));
        assertEquals(List.of(Optional.of("age")), choice.initial(List.of(numbers)));
        assertEquals(List.of(Optional.of("region"), Optional.of("age")), choice.initial(List.of(any(""), numbers)));
        assertEquals(List.of(NONE), choice.initial(List.of(typed(Type.TIMESTAMP))));
    }

    private static ParameterDescriptor any(String defaultValue) {
        return new ParameterDescriptor(
                "by",
                Kind.COLUMN,
                Optional.of(defaultValue).filter(value -> !value.isEmpty()),
                true,
                Optional.of("data"),
                List.of());
    }

    private static ParameterDescriptor typed(Type... types) {
        return new ParameterDescriptor(
                "of", Kind.COLUMN, NONE, true, Optional.of("data"), Set.of(types), List.of(), List.of());
    }

    @Test
    void rowsAreAboutPersonsAndColumnsAreWhatWasChosen() {
        assertEquals(
                List.of(Optional.of("region"), Optional.of("module")),
                ColumnChoice.of(List.of(MODULE, AGE, REGION)).initial(List.of(any(""), any(""))));
    }

    @Test
    void aDeclaredDefaultWinsWhereItIsThere() {
        ColumnChoice choice = ColumnChoice.of(List.of(MODULE, AGE, REGION));

        assertEquals(
                List.of(Optional.of("age"), Optional.of("module")), choice.initial(List.of(any("age"), any("gone"))));
    }

    @Test
    void withoutAnItemTwoDifferentColumnsAreChosen() {
        assertEquals(
                List.of(Optional.of("region"), Optional.of("age")),
                ColumnChoice.of(List.of(AGE, REGION)).initial(List.of(any(""), any(""))));
    }

    @Test
    void fewColumnsAreNoFault() {
        assertEquals(
                List.of(Optional.of("region"), Optional.of("region")),
                ColumnChoice.of(List.of(REGION)).initial(List.of(any(""), any(""))));
        assertEquals(List.of(NONE, NONE), ColumnChoice.of(List.of(SCORE)).initial(List.of(any(""), any(""))));
    }
}
