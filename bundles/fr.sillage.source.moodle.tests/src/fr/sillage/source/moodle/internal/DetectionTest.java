package fr.sillage.source.moodle.internal;

import static fr.sillage.source.moodle.internal.Logs.detect;
import static fr.sillage.source.moodle.internal.Logs.field;
import static fr.sillage.source.moodle.internal.Logs.log;
import static fr.sillage.source.moodle.internal.Logs.row;
import static fr.sillage.source.moodle.internal.Logs.viewed;
import static fr.sillage.source.moodle.internal.Logs.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
    private static final String ROWS = viewed("11/05/18, 09:44", "Ada Lovelace", 5)
            + row(
                    "31/05/18, 09:45",
                    "Ada Lovelace",
                    "-",
                    "Quiz: Test",
                    "The user with id '5' viewed the 'quiz' activity with course module id '12'.");

    private static Field proposed(Detection detection, String name) {
        return field(detection, name).field();
    }

    @Test
    void anEnglishLogIsKnownByItsTitles() {
        Detection detection = detect(log(Logs.ENGLISH + ROWS));

        assertTrue(detection.confidence() > 0.8);
        assertEquals("why.log", detection.why().getFirst().key().key());
        assertEquals(List.of(9), detection.why().getFirst().arguments());
        assertEquals(Set.of(RoleId.TIME), proposed(detection, "Time").roles());
        assertEquals(Type.TIMESTAMP, proposed(detection, "Time").type());
        assertEquals(Set.of(RoleId.ITEM), proposed(detection, "Event context").roles());
        assertEquals(
                Set.of(RoleId.CATEGORY, RoleId.EVENT),
                proposed(detection, "Event name").roles());
        assertEquals(Set.of(RoleId.CATEGORY), proposed(detection, "Component").roles());
        assertEquals(
                Set.of(RoleId.CATEGORY), proposed(detection, "Course module id").roles());
    }

    @Test
    void aFrenchLogHasFrenchTitlesForWhatItsDescriptionHolds() {
        Detection detection = detect(log(Logs.FRENCH + ROWS));

        assertEquals(List.of(9), detection.why().getFirst().arguments());
        assertEquals(
                Set.of(RoleId.SUBJECT),
                proposed(detection, "Identifiant de l’utilisateur").roles());
        assertEquals(
                Set.of(RoleId.CATEGORY),
                proposed(detection, "Identifiant de l’activité").roles());
        assertEquals(
                Set.of(RoleId.ITEM),
                proposed(detection, "Contexte de l'événement").roles());
    }

    @Test
    void personsAreKnownByIdAndWhatElseNamesThemGoes() {
        Detection detection = detect(log(Logs.ENGLISH + ROWS));

        ProposedField id = field(detection, "User id");
        assertEquals(Set.of(RoleId.SUBJECT), id.field().roles());
        assertEquals(Privacy.DIRECT_IDENTIFIER, id.field().privacy());
        assertEquals(Optional.of("moodle-user-id"), id.scheme());
        for (String name : List.of("User full name", "Affected user", "Description", "IP address")) {
            assertEquals(Privacy.DIRECT_IDENTIFIER, proposed(detection, name).privacy(), name);
            assertEquals(Set.of(), proposed(detection, name).roles(), name);
        }
        assertEquals("id", detection.settings().require("persons"));
        assertEquals(List.of(2L, 2), detection.why().get(1).arguments());
    }

    @Test
    void withoutIdsPersonsAreKnownByName() {
        Detection detection = detect(log(Logs.ENGLISH
                + row("11 May, 09:44", "DuEnWgMN", "-", "Course: C", "The user with id 'x' viewed the course.")));

        ProposedField name = field(detection, "User full name");
        assertEquals(Set.of(RoleId.SUBJECT), name.field().roles());
        assertEquals(Optional.of("full-name"), name.scheme());
        assertEquals("name", detection.settings().require("persons"));
        assertTrue(why(detection).contains("why.persons.name"));
        assertFalse(detection.fields().stream().anyMatch(f -> f.field().name().equals("User id")));
    }

    @Test
    void columnsMayBeMissingOrStandElsewhere() {
        Detection detection =
                detect(log("Origin\tEvent name\tUser full name\tTime\nweb\tCourse viewed\tAda\t11/05/18, 09:44\n"));

        assertEquals(List.of(4), detection.why().getFirst().arguments());
        assertEquals(
                List.of("Origin", "Event name", "User full name", "Time"),
                detection.fields().stream().map(f -> f.field().name()).toList());
    }

    @Test
    void aColumnThatIsNotOfTheReportIsGuessedAsInAnyTable() {
        Detection detection = detect(log(Logs.ENGLISH.strip() + ",Email address,Score\n"
                + ROWS.replace("10.0.0.1\n", "10.0.0.1,ada@example.org,3\n")));

        assertEquals(
                Privacy.DIRECT_IDENTIFIER, proposed(detection, "Email address").privacy());
        assertEquals(Set.of(), proposed(detection, "Email address").roles());
        assertEquals(Type.INTEGER, proposed(detection, "Score").type());
    }

    @Test
    void severalCoursesMakeAColumnOfTheirIds() {
        String other = ROWS.replace("course with id '4'", "course with id '6'");

        assertFalse(Logs.read(Logs.ENGLISH + ROWS).names().contains("Course id"));
        assertTrue(Logs.read(Logs.ENGLISH + ROWS + other).names().contains("Course id"));
    }

    @Test
    void missingYearsAreSaidAndTheReasonWithThem() {
        String rows = viewed("11 May, 09:44", "Ada", 5);

        Detection named = detect(
                new Logs.Log("logs_MATHS_20180511-1502.csv", (Logs.ENGLISH + rows).getBytes(StandardCharsets.UTF_8)));
        Detection plain = detect(log(Logs.ENGLISH + rows));

        assertEquals(List.of("2018-05-11"), named.why().get(2).arguments());
        assertEquals("why.year.file", named.why().get(2).key().key());
        assertEquals(List.of("2026-03-03"), plain.why().get(2).arguments());
        assertEquals("why.year.none", plain.why().get(2).key().key());
        assertEquals(Optional.empty(), named.settings().get("exported"));
    }

    @Test
    void theOrderOfDayAndMonthIsProvedOrAssumed() {
        assertTrue(why(detect(log(Logs.ENGLISH + ROWS))).contains("why.days.day"));
        assertTrue(why(detect(log(Logs.ENGLISH + viewed("05/11/18, 09:44", "Ada", 5))))
                .contains("why.days.day.assumed"));
        Detection american = detect(log(Logs.ENGLISH + viewed("05/31/18, 09:44", "Ada", 5)));
        assertTrue(why(american).contains("why.days.month"));
        assertEquals("month-first", american.settings().require("days"));
    }

    @Test
    void chosenSettingsChangeWhatIsProposed() throws IOException {
        String text = Logs.ENGLISH + viewed("11 May, 09:44", "Ada", 5);

        Detection byName = Logs.SOURCE.detect(log(text), Values.NONE.with("persons", "name"));
        Detection dated = Logs.SOURCE.detect(log(text), Values.NONE.with("exported", "2018"));

        assertEquals(Set.of(RoleId.SUBJECT), proposed(byName, "User full name").roles());
        assertFalse(byName.fields().stream().anyMatch(f -> f.field().name().equals("User id")));
        assertEquals("name", byName.settings().require("persons"));
        assertTrue(why(byName).contains("why.year.none"));
        assertFalse(why(dated).contains("why.year.none"));
        assertEquals(
                0,
                Logs.SOURCE
                        .detect(log(text), Values.NONE.with("exported", "hier"))
                        .confidence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id;academie;age\n1;Lyon;41\n",
                "Time,User full name\n\"11 May, 09:44\",Ada\n",
                "Event name,Component\nx,y\n",
                "Date,Lieu,Nom\n11/05/2018,Lyon,Ada\n"
            })
    void otherTablesAreNotClaimed(String text) {
        assertEquals(0, detect(log(text)).confidence());
        assertEquals(List.of("why.none"), why(detect(log(text))));
    }

    @Test
    void whatIsNoTextIsNotClaimed() {
        assertEquals(0, detect(log("a\0b")).confidence());
        assertEquals(0, detect(log("")).confidence());
    }
}
