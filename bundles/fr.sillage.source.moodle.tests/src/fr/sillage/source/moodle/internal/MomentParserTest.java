package fr.sillage.source.moodle.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentParserTest {
    private static final MomentParser PARSER = new MomentParser(false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11/05/18, 09:44 | 2018-05-11T09:44:00",
                "11/05/18, 09:44:07 | 2018-05-11T09:44:07",
                "11/05/2018 09:44 | 2018-05-11T09:44:00",
                "11 May 2018, 09:44 | 2018-05-11T09:44:00",
                "11 May 2018, 9:44 PM | 2018-05-11T21:44:00",
                "11 May 2018, 12:05 am | 2018-05-11T00:05:00",
                "Friday, 11 May 2018, 12:05 PM | 2018-05-11T12:05:00",
                "Fri, 11 May 2018, 09:44 | 2018-05-11T09:44:00",
                "11 mai 2018, 09:44 | 2018-05-11T09:44:00",
                "vendredi 11 mai 2018, 09:44 | 2018-05-11T09:44:00",
                "ven. 1 févr. 2019, 09:44 | 2019-02-01T09:44:00",
                "1er février 2019, 09:44 | 2019-02-01T09:44:00",
                "31 déc. 2018, 23:59 | 2018-12-31T23:59:00",
                "3 sept. 2018 à 9 h 05 | 2018-09-03T09:05:00",
                "May 11, 2018, 9:44 AM | 2018-05-11T09:44:00",
                "Friday, May 11, 2018, 9:44 AM | 2018-05-11T09:44:00",
                "2018-05-11 09:44:07 | 2018-05-11T09:44:07",
                "2018-05-11T09:44:07Z | 2018-05-11T09:44:07"
            })
    void wholeTimesInBothLanguages(String text, String expected) {
        Moment moment = PARSER.parse(text).orElseThrow();

        assertEquals(
                Optional.of(LocalDateTime.parse(expected)),
                moment.in(moment.year().getAsInt()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11 May, 09:44 | --05-11",
                "11 mai, 09:44 | --05-11",
                "2 juil., 09:44 | --07-02",
                "2 Aug, 09:44 | --08-02",
                "May 11, 09:44 | --05-11",
                "29 Feb, 09:44 | --02-29"
            })
    void timesWithoutAYear(String text, String expected) {
        Moment moment = PARSER.parse(text).orElseThrow();

        assertEquals(expected, moment.day().toString());
        assertEquals(false, moment.isWhole());
    }

    @Test
    void aLeapDayHasNoPlaceInOtherYears() {
        Moment moment = PARSER.parse("29 Feb, 09:44").orElseThrow();

        assertEquals(Optional.empty(), moment.in(2018));
        assertEquals(Optional.of(LocalDateTime.parse("2020-02-29T09:44")), moment.in(2020));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "11 jui 2018, 09:44",
                "31/06/2018 09:44",
                "32 May, 09:44",
                "11 May, 25:00",
                "11 May",
                "09:44"
            })
    void whatIsNoTimeIsNone(String text) {
        assertEquals(Optional.empty(), PARSER.parse(text));
    }

    @Test
    void theMonthMayComeFirstInNumbers() {
        assertEquals(
                "--05-11",
                new MomentParser(true)
                        .parse("05/11/18, 09:44")
                        .orElseThrow()
                        .day()
                        .toString());
        assertEquals(Optional.of(true), MomentParser.monthFirst("05/13/18, 09:44"));
        assertEquals(Optional.of(false), MomentParser.monthFirst("13/05/18, 09:44"));
        assertEquals(Optional.empty(), MomentParser.monthFirst("05/11/18, 09:44"));
    }
}
