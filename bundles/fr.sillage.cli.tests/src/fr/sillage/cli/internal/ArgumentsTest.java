package fr.sillage.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.data.RoleId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void withoutAnAnalysisItListsAndWithHelpItExplains() throws Exception {
        assertEquals(new Call.Listing(), parse());
        assertEquals(new Call.Listing(), parse("--language", "en"));
        assertEquals(new Call.Usage(), parse("--help"));
        assertEquals(new Call.Help("crossing"), parse("crossing", "--help"));
        assertEquals(new Call.Help("crossing"), parse("-h", "crossing"));
    }

    @Test
    void aFullCallIsReadInAnyOrder() throws Exception {
        assertEquals(
                new Call.Run(
                        "crossing",
                        List.of("registrations=a=b.csv", "c.csv"),
                        Optional.of("csv"),
                        Map.of(
                                "a=b",
                                Set.of(new RoleId("core:subject")),
                                "c",
                                Set.of(new RoleId("core:item"), new RoleId("core:category"))),
                        new Values(Map.of("rows", "x=y", "unit", "rows")),
                        1,
                        true,
                        Optional.of(Path.of("out/figure.SVG"))),
                parse(
                        "--data",
                        "registrations=a=b.csv",
                        "--json",
                        "--export",
                        "out/figure.SVG",
                        "--role",
                        "a=b=core:subject",
                        "--source",
                        "csv",
                        "crossing",
                        "--role",
                        "c=core:item",
                        "--role",
                        "c=core:category",
                        "--param",
                        "rows=x=y",
                        "--threshold",
                        "1",
                        "--param",
                        "unit=rows",
                        "--data",
                        "c.csv"));
    }

    @Test
    void theThresholdIsFiveUnlessGiven() throws Exception {
        assertEquals(
                new Call.Run(
                        "crossing",
                        List.of("a.csv"),
                        Optional.empty(),
                        Map.of(),
                        Values.NONE,
                        5,
                        false,
                        Optional.empty()),
                parse("crossing", "--data", "a.csv"));
    }

    @Test
    void aWrongCallSaysWhatIsWrong() {
        assertEquals("option.unknown [--date]", wrong("crossing", "--date", "a.csv"));
        assertEquals("option.value.missing [--data]", wrong("crossing", "--data"));
        assertEquals("option.value.missing [--data]", wrong("crossing", "--data", "--json"));
        assertEquals("argument.surplus [a.csv]", wrong("crossing", "a.csv"));
        assertEquals("analysis.missing []", wrong("--data", "a.csv"));
        assertEquals("data.missing []", wrong("crossing", "--param", "rows=a"));
        assertEquals("option.role [id]", wrong("crossing", "--role", "id"));
        assertEquals("option.role [id=subject]", wrong("crossing", "--role", "id=subject"));
        assertEquals("option.param [rows]", wrong("crossing", "--param", "rows"));
        assertEquals("option.param.twice [rows]", wrong("crossing", "--param", "rows=a", "--param", "rows=b"));
        for (String threshold : List.of("0", "-1", "five", "1.5", "99999999999")) {
            assertEquals("option.threshold [" + threshold + "]", wrong("crossing", "--threshold", threshold));
        }
        assertEquals("option.export [figure.pdf]", wrong("crossing", "--export", "figure.pdf"));
        assertEquals("option.language [de]", wrong("crossing", "--language", "de"));
    }

    @Test
    void theLanguageIsTheOptionsElseTheEnvironmentsElseFrench() {
        assertEquals(Locale.ENGLISH, Language.of(List.of("--language", "en"), Map.of("LANG", "fr_FR.UTF-8")));
        assertEquals(Locale.FRENCH, Language.of(List.of("--language", "fr"), Map.of("LC_ALL", "en_GB")));
        assertEquals(Locale.ENGLISH, Language.of(List.of(), Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "fr_FR.UTF-8")));
        assertEquals(Locale.ENGLISH, Language.of(List.of(), Map.of("LC_ALL", "", "LANG", "en_US")));
        assertEquals(Locale.FRENCH, Language.of(List.of(), Map.of("LANG", "C.UTF-8")));
        assertEquals(Locale.FRENCH, Language.of(List.of("--language"), Map.of()));
    }

    private static Call parse(String... arguments) throws WrongCallException {
        return Arguments.parse(List.of(arguments));
    }

    private static String wrong(String... arguments) {
        WrongCallException wrong = assertThrows(WrongCallException.class, () -> parse(arguments));
        return wrong.key() + " " + wrong.arguments();
    }
}
