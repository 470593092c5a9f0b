package fr.sillage.ui.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.ui.internal.data.Answer.Obstacle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Field PERSON = field("person", Type.CATEGORY, RoleId.SUBJECT);
    private static final Field REGION = field("region", Type.CATEGORY, RoleId.CATEGORY);
    private static final Field MODULE = field("module", Type.CATEGORY, RoleId.ITEM);
    private static final Field REMARK = field("remark", Type.TEXT, RoleId.TEXT);

    private static Field field(String name, Type type, RoleId role) {
        return new Field(name, type, Set.of(role), Privacy.OTHER);
    }

    private static AnalysisDescriptor crossing(SlotDescriptor... slots) {
        return analysis(List.of(column("rows"), column("columns")), slots);
    }

    private static AnalysisDescriptor analysis(List<ParameterDescriptor> parameters, SlotDescriptor... slots) {
        return new AnalysisDescriptor() {
            @Override
            public String id() {
                return "test.crossing";
            }

            @Override
            public String bundle() {
                return "test";
            }

            @Override
            public String name(Locale locale) {
                return "crossing";
            }

            @Override
            public String alias() {
                return "crossing";
            }

            @Override
            public String description(Locale locale) {
                return "";
            }

            @Override
            public List<SlotDescriptor> slots() {
                return List.of(slots);
            }

            @Override
            public List<ParameterDescriptor> parameters() {
                return parameters;
            }

            @Override
            public Analysis analysis() {
                throw new AssertionError("no class is needed to tell");
            }
        };
    }

    private static ParameterDescriptor column(String name) {
        return new ParameterDescriptor(name, Kind.COLUMN, Optional.empty(), true, Optional.of("data"), List.of());
    }

    private static Optional<Obstacle> obstacle(AnalysisDescriptor analysis, Field... fields) {
        return Answer.of(analysis, List.of(fields)).obstacle();
    }

    @Test
    void whatHasEnoughColumnsToCountByCanBeCrossed() {
        AnalysisDescriptor crossing = crossing(new SlotDescriptor("data", Set.of()));

        assertTrue(Answer.of(crossing, List.of(PERSON, REGION, MODULE)).isPossible());
        assertEquals(Optional.of(new Obstacle.Columns(2, 1)), obstacle(crossing, PERSON, REGION, REMARK));
    }

    @Test
    void aRoleThatNoColumnHasStandsInTheWay() {
        AnalysisDescriptor paths = crossing(new SlotDescriptor("data", Set.of(RoleId.TIME, RoleId.SUBJECT)));

        assertEquals(Optional.of(new Obstacle.Role(RoleId.TIME)), obstacle(paths, PERSON, REGION, MODULE));
        assertEquals(
                "il manque une colonne de rôle «\u00a0Date\u00a0»",
                AnswersCard.reason(new Obstacle.Role(RoleId.TIME), DataWords.FRENCH));
        assertEquals(
                "there is no column with the role “other:role”",
                AnswersCard.reason(new Obstacle.Role(new RoleId("other:role")), DataWords.ENGLISH));
    }

    @Test
    void aTypeThatNoColumnHasStandsInTheWay() {
        ParameterDescriptor moment = new ParameterDescriptor(
                "moment",
                Kind.COLUMN,
                Optional.empty(),
                true,
                Optional.of("data"),
                Set.of(Type.TIMESTAMP, Type.DATE),
                List.of(),
                List.of());
        AnalysisDescriptor months = analysis(List.of(moment), new SlotDescriptor("data", Set.of()));

        assertEquals(Optional.of(new Obstacle.Types(moment.types())), obstacle(months, REGION, MODULE));
        assertTrue(Answer.of(months, List.of(REGION, field("day", Type.DATE, RoleId.TIME)))
                .isPossible());
        assertEquals(
                "there is no column to count by of one of these types: Date, Date and time",
                AnswersCard.reason(new Obstacle.Types(moment.types()), DataWords.ENGLISH));
    }

    @Test
    void anAnalysisOfSeveralDataSetsAsksForTheOthers() {
        AnalysisDescriptor joined =
                crossing(new SlotDescriptor("data", Set.of()), new SlotDescriptor("offers", Set.of()));

        assertEquals(Optional.of(new Obstacle.MoreData(2)), obstacle(joined, REGION, MODULE));
        assertEquals(
                "elle demande 2 jeux de données à la fois",
                AnswersCard.reason(new Obstacle.MoreData(2), DataWords.FRENCH));
    }
}
