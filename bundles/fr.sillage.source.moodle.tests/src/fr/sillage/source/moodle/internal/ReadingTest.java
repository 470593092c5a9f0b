package fr.sillage.source.moodle.internal;

import static fr.sillage.source.moodle.internal.Logs.log;
import static fr.sillage.source.moodle.internal.Logs.read;
import static fr.sillage.source.moodle.internal.Logs.refusal;
import static fr.sillage.source.moodle.internal.Logs.row;
import static fr.sillage.source.moodle.internal.Logs.viewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Reject;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.SourceException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final String GRADED =
            "The user with id '2' updated the grade with id '7' for the user with id '5' for the grade item with id '1'.";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsRead(String end) {
        String text = (Logs.ENGLISH + viewed("11/05/18, 09:44", "Ada", 5) + viewed("12/05/18, 10:00", "Bob", 6))
                .replace("\n", end);

        Logs.Table table = read(text);

        assertEquals(List.of("2018-05-11T09:44:00", "2018-05-12T10:00:00"), table.column("Time"));
        assertEquals(List.of("5", "6"), table.column("User id"));
        assertEquals(List.of(), table.rejects());
    }

    @Test
    void windowsAccentsSemicolonsAndFrenchTitles() {
        String text = Logs.FRENCH.replace(',', ';')
                + "\"lundi 3 févr. 2025, 09:44\";Zoé;-;Cours : Été;Système;Cours consulté;"
                + "\"The user with id '5' viewed the course with id '4'.\";web;10.0.0.1\r\n";
        Logs.Log file = new Logs.Log("journal.csv", text.getBytes(Charset.forName("windows-1252")));

        Logs.Table table = read(file, Logs.detect(file).settings());

        assertEquals(List.of("2025-02-03T09:44:00"), table.column("Heure"));
        assertEquals(List.of("Cours : Été"), table.column("Contexte de l'événement"));
        assertEquals(List.of("5"), table.column("Identifiant de l’utilisateur"));
    }

    @Test
    void joinedExportsRepeatTheirTitlesInAnotherOrderOrLanguage() {
        String text = Logs.ENGLISH
                + viewed("11/05/18, 09:44", "Ada", 5)
                + "\ufeff" + Logs.ENGLISH
                + viewed("12/05/18, 09:44", "Ada", 5)
                + "Nom de l'événement,Heure,Contexte de l'événement,Nom complet de l'utilisateur,Description\n"
                + "Cours consulté,\"13/05/18, 09:44\",Cours : C,Ada,\"The user with id '5' viewed the course with id '4'.\"\n";

        Logs.Table table = read(text);

        assertEquals(List.of(), table.rejects());
        assertEquals(
                List.of("2018-05-11T09:44:00", "2018-05-12T09:44:00", "2018-05-13T09:44:00"), table.column("Time"));
        assertEquals(List.of("Course viewed", "Course viewed", "Cours consulté"), table.column("Event name"));
        assertEquals(Arrays.asList("10.0.0.1", "10.0.0.1", null), table.column("IP address"));
        assertEquals(List.of("5", "5", "5"), table.column("User id"));
    }

    @Test
    void anExportWithAnotherColumnCannotBeJoined() {
        String text = Logs.ENGLISH + viewed("11/05/18, 09:44", "Ada", 5)
                + "Time,Event name,User full name,Mood\n\"12/05/18, 09:44\",x,Ada,good\n";

        SourceException refused = refusal(text, Values.NONE);

        assertEquals("refused.joined", refused.reason().key().key());
        assertEquals(List.of(4), refused.reason().arguments());
        assertEquals(OptionalLong.of(3), refused.line());
    }

    @Test
    void onePersonHasOneIdHoweverTheRowNamesIt() {
        String text = Logs.ENGLISH
                + row("11/05/18, 09:40", "Ada", "-", "Course: C", "A sentence without ids.")
                + row(
                        "11/05/18, 09:41",
                        "Ada",
                        "Bob",
                        "Course: C",
                        "The badge with id '3' went to the user with id '6'.")
                + viewed("11/05/18, 09:44", "Ada", 5)
                + row("11/05/18, 09:45", "Eve", "Ada", "Course: C", GRADED)
                + row("11/05/18, 09:46", "Eve", "Ada", "Course: C", "The attempt was reviewed by the user with id '2'.")
                + row("11/05/18, 09:47", "Zoe", "-", "Course: C", "A sentence without ids.");

        assertEquals(List.of("5", "5", "5", "2", "2", "Zoe"), read(text).column("User id"));
    }

    @Test
    void thePlatformItselfIsOneThatIsNobody() {
        String text = Logs.ENGLISH
                + viewed("11/05/18, 09:44", "Ada", 5)
                + row(
                        "11/05/18, 09:45",
                        "-",
                        "Ada",
                        "Course: C",
                        "The user with id '5' completed the course with id '4'.")
                + row("11/05/18, 09:46", "-", "-", "System", "The user with id '-1' ran the task.");

        assertEquals(List.of("5", "0", "0"), read(text).column("User id"));
    }

    @Test
    void ofTwoAccountsWithOneNameTheRowMustSayWhich() {
        String text = Logs.ENGLISH
                + viewed("11/05/18, 09:44", "Ada", 5)
                + viewed("11/05/18, 09:45", "Ada", 8)
                + row("11/05/18, 09:46", "Ada", "-", "Course: C", "A sentence without ids.");

        Logs.Table table = read(text);

        assertEquals(List.of("5", "8"), table.column("User id"));
        assertEquals(List.of("reject.person"), table.reasons());
        assertEquals(4, table.rejects().getFirst().line());
    }

    @Test
    void withoutNamesTheSentenceSaysWhoActed() {
        String text = "Time,Event name,Description\n"
                + "\"11/05/18, 09:44\",Course viewed,\"The user with id '5' viewed the course with id '4'.\"\n"
                + "\"11/05/18, 09:45\",Ended,Nobody did it.\n";

        assertEquals(List.of("5", "0"), read(text).column("User id"));
    }

    @Test
    void aPersonsContextLosesItsName() {
        String text = Logs.ENGLISH
                + row("11/05/18, 09:44", "Ada", "Bob", "User: Bob Roi", "The user with id '5' viewed the profile.")
                + row("11/05/18, 09:44", "Ada", "Bob", "Utilisateur\u00a0: Bob Roi", "The user with id '5' viewed.")
                + row("11/05/18, 09:44", "Ada", "-", "Course: User: a story", "The user with id '5' viewed.");

        assertEquals(
                List.of("User", "Utilisateur", "Course: User: a story"),
                read(text).column("Event context"));
        assertTrue(Logs.why(Logs.detect(log(text))).contains("why.contexts"));
    }

    @Test
    void aTimeThatCannotBeReadKeepsItsRowAside() {
        Logs.Table table = read(Logs.ENGLISH
                + viewed("11/05/18, 09:44", "Ada", 5)
                + viewed("hier soir", "Ada", 5)
                + viewed("31/06/18, 09:44", "Ada", 5));

        assertEquals(1, table.rows().size());
        assertEquals(List.of("reject.time", "reject.time"), table.reasons());
        Reject first = table.rejects().getFirst();
        assertEquals(Optional.of("Time"), first.column());
        assertEquals(3, first.line());
    }

    @Test
    void rowsOfAnotherWidthAreKeptAside() {
        Logs.Table table = read(Logs.ENGLISH + viewed("11/05/18, 09:44", "Ada", 5) + "\"11/05/18, 09:44\",Ada\n");

        assertEquals(1, table.rows().size());
        assertEquals(List.of("reject.cells.few"), table.reasons());
    }

    @Test
    void yearsComeFromTheNameTheSettingOrTheCalendar() {
        String text = Logs.ENGLISH + viewed("11 May, 09:44", "Ada", 5) + viewed("20 Dec, 10:00", "Bob", 6);
        Logs.Log named = new Logs.Log("logs_C_20190101-0800.csv", log(text).bytes());

        assertEquals(
                List.of("2018-05-11T09:44:00", "2018-12-20T10:00:00"),
                read(named, Values.NONE).column("Time"));
        assertEquals(
                List.of("2017-05-11T09:44:00", "2016-12-20T10:00:00"),
                read(log(text), Values.NONE.with("exported", "01/06/2017")).column("Time"));
        // today is the 3rd of March 2026, and the newest row comes first
        assertEquals(
                List.of("2025-05-11T09:44:00", "2024-12-20T10:00:00"),
                read(text).column("Time"));
    }

    @Test
    void aSettingThatIsNoneIsRefused() {
        String text = Logs.ENGLISH + viewed("11/05/18, 09:44", "Ada", 5);

        assertEquals(
                "refused.exported",
                refusal(text, Values.NONE.with("exported", "hier"))
                        .reason()
                        .key()
                        .key());
        assertEquals(
                "refused.setting",
                refusal(text, Values.NONE.with("days", "x")).reason().key().key());
        assertEquals(
                "refused.setting",
                refusal(text, Values.NONE.with("persons", "x")).reason().key().key());
        assertEquals(
                "refused.titles",
                refusal("a,b\n1,2\n", Values.NONE).reason().key().key());
    }

    @Test
    void settingsSayWhatIsTakenOutOfTheDescription() {
        String text = Logs.ENGLISH + viewed("11/05/18, 09:44", "Ada", 5);

        assertEquals(
                List.of("Course id"),
                read(log(text), Values.NONE.with("persons", "name").with("courses", "true"))
                        .names()
                        .subList(9, 10));
    }

    @Test
    void bothReadingsMakeOneProgress() throws Exception {
        StringBuilder text = new StringBuilder(Logs.ENGLISH);
        for (int i = 0; i < 20_000; i++) {
            text.append(viewed("11/05/18, 09:44", "Ada" + i, i + 2));
        }
        List<Double> progress = new ArrayList<>();
        JobControl job = new JobControl() {
            @Override
            public void progress(double fraction) {
                progress.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        try (DataSource.Reader reader = Logs.SOURCE.open(log(text.toString()), Values.NONE, job)) {
            while (reader.next().isPresent()) {
                // on to the end
            }
        }
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(1, progress.getLast());
        assertTrue(progress.getFirst() < 0.1);
    }

    @Test
    void cancelledWorkEndsInTheFirstReading() {
        JobControl job = new JobControl() {
            @Override
            public void progress(double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        String text = Logs.ENGLISH + viewed("11/05/18, 09:44", "Ada", 5);

        assertThrows(JobCancelledException.class, () -> Logs.SOURCE.open(log(text), Values.NONE, job));
    }
}
