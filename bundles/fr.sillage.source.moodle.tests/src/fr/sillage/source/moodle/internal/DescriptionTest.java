package fr.sillage.source.moodle.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "The user with id '5' viewed the course with id '3'. | 5",
                "The user with id '5' viewed the 'quiz' activity with course module id '12'. | 5",
                "The user with id '2' enrolled the user with id '31' using the enrolment method 'manual'. | 2 31",
                "The user with id '5' has sent a message to the user with id '5'. | 5",
                "The user with id '-1' created the backup. | -1",
                "L'utilisateur avec l'identifiant '8' a consulté la page. | 8",
                "L’utilisateur dont l’id est « 8 » a consulté la page. | 8",
                "The user with id 'x98' viewed the course with id 'x'. | ``",
                "The user with id '12a' viewed. | ``",
                "The users of group 5 were told. | ``",
                "Course 5 was deleted. | ``"
            })
    void usersAreNamedById(String sentence, String ids) {
        assertEquals(ids.isEmpty() ? List.of() : List.of(ids.split(" ")), Description.users(sentence));
    }

    @Test
    void inThePassiveTheActingUserComesLast() {
        String sentence = "The user with id '9' has had their attempt with id '4' reviewed by the user with id '7' for"
                + " the quiz with course module id '12'.";

        assertEquals(Optional.of("7"), Description.byUser(sentence));
        assertEquals(Optional.of("12"), Description.activity(sentence));
        assertEquals(Optional.empty(), Description.byUser("The user with id '9' viewed the course with id '3'."));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "The user with id '5' viewed the course with id '3'. | 3 | ``",
                "The user with id '5' viewed the 'quiz' activity with course module id '12'. | `` | 12",
                "The user with id '5' viewed the instance list for the module 'quiz' in the course with id '3'. | 3 | ``",
                "The user with id '5' has viewed the discussion with id '77' in the forum with course module id '12'. | `` | 12"
            })
    void theCourseAndItsModulesAreTwoThings(String sentence, String course, String activity) {
        assertEquals(course, Description.course(sentence).orElse(""));
        assertEquals(activity, Description.activity(sentence).orElse(""));
    }
}
