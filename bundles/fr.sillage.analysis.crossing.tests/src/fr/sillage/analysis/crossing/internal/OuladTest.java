package fr.sillage.analysis.crossing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Region by module of the Open University Learning Analytics Dataset (CC-BY 4.0), presentations of 2013; expected
 * numbers computed with base R 4.2.2.
 */
class OuladTest {
    private static final String DATA = "bundles/fr.sillage.demo/data/registrations-2013.csv";

    @Test
    void thresholdOneHidesNothingAndEqualsR() throws Exception {
        Seen seen = new Seen(Rehearsal.of(records(), "rows", 1).published());
        assertEquals(0, seen.published().provenance().hiddenCells());
        assertTrue(seen.published().tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .noneMatch(PublishedValue.Withheld.class::isInstance));
        assertPrinted("658.249464212", seen.statistic("chi_square"));
        assertPrinted("60", seen.statistic("df"));
        assertPrinted("1.4447116e-101", seen.statistic("p"));
        assertPrinted("0.0986455291061", seen.statistic("cramers_v"));
        assertPrinted("15.0323749", seen.statistic("smallest_expected"));
        assertPrinted("13529", seen.statistic("rows"));
        assertPrinted("13327", seen.statistic("persons"));
        assertPrinted("202", seen.statistic("repeated"));
        int scotland = seen.rowLabels().indexOf("Scotland");
        int ggg = seen.columnLabels().indexOf("GGG");
        assertPrinted("1", seen.cell(scotland, ggg, "rows"));
        assertPrinted("-10.24784151", seen.cell(scotland, ggg, "residual"));
        assertPrinted(
                "12.10705480",
                seen.cell(seen.rowLabels().indexOf("Wales"), seen.columnLabels().indexOf("BBB"), "residual"));
        assertPrinted("1284", seen.margin(scotland, "rows"));
        assertPrinted("1262", seen.margin(scotland, "persons"));
    }

    @Test
    void thresholdFiveHidesScotlandInGggAndFewMore() throws Exception {
        Rehearsal rehearsal = Rehearsal.of(records(), "rows", 5);
        Seen seen = new Seen(rehearsal.published());
        AttackTest.nothingSmallIsSeen(rehearsal.evidence(), seen, 5, "region by module");
        assertTrue(seen.isHidden(
                seen.rowLabels().indexOf("Scotland"), seen.columnLabels().indexOf("GGG")));
        // one cell cannot be hidden alone, and a circle of four is enough
        assertEquals(4, seen.published().provenance().hiddenCells());
        for (int line = 0; line < seen.rows() + seen.columns(); line++) {
            assertTrue(Seen.number(seen.margin(line, "rows")).isPresent());
        }
        assertEquals(List.of(), AttackTest.attacker(rehearsal.evidence(), seen).successes());
        PublishedValue.Number expected = (PublishedValue.Number) seen.statistic("smallest_expected");
        assertEquals(Precision.EXACT, expected.precision());
        assertTrue(AttackTest.truthIsPlausible(rehearsal.evidence(), seen));
    }

    @Test
    void personsAreHiddenAlike() throws Exception {
        Rehearsal rehearsal = Rehearsal.of(records(), "persons", 5);
        Seen seen = new Seen(rehearsal.published());
        AttackTest.nothingSmallIsSeen(rehearsal.evidence(), seen, 5, "region by module, persons");
        assertTrue(seen.isHidden(
                seen.rowLabels().indexOf("Scotland"), seen.columnLabels().indexOf("GGG")));
        assertEquals(List.of(), AttackTest.attacker(rehearsal.evidence(), seen).successes());
    }

    /** A filter that a person would set at once: what it hides more is little, and nobody has to be refused. */
    @Test
    void afterAllTheRegistrationsThoseOfWomenAreShown() throws Exception {
        Rehearsal.Data data = new Rehearsal.Data(records("gender"));
        Filter women = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("F"));
        Rehearsal all = data.publish(Filter.ALL, "rows", 5, List.of());
        int alone = data.publish(women, "rows", 5, List.of())
                .published()
                .provenance()
                .hiddenCells();
        Rehearsal second = data.publish(women, "rows", 5, List.of(all.seen()));
        int beside = second.published().provenance().hiddenCells();
        assertTrue(beside >= alone && beside < 40, alone + " alone, " + beside + " beside");
        Filter men = Filter.In.texts(new FieldRef(Rehearsal.SLOT, "c"), List.of("M"));
        Rehearsal third = data.publish(men, "rows", 5, List.of(all.seen(), second.seen()));
        assertTrue(third.published().provenance().hiddenCells() < 40);
    }

    private static void assertPrinted(String printed, PublishedValue value) {
        BigDecimal expected = new BigDecimal(printed);
        assertEquals(
                expected.doubleValue(),
                Seen.number(value).orElseThrow(),
                expected.ulp().doubleValue() * 0.500001);
    }

    private static List<Rehearsal.Record> records() throws Exception {
        return records("gender");
    }

    private static List<Rehearsal.Record> records(String other) throws Exception {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(DATA))) {
            folder = folder.getParent();
        }
        try (Stream<String> lines = Files.lines(folder.resolve(DATA), StandardCharsets.UTF_8)) {
            List<List<String>> rows =
                    lines.map(line -> Arrays.asList(line.split(",", -1))).toList();
            int person = rows.getFirst().indexOf("id_student");
            int region = rows.getFirst().indexOf("region");
            int module = rows.getFirst().indexOf("code_module");
            int third = rows.getFirst().indexOf(other);
            return rows.stream()
                    .skip(1)
                    .map(row -> new Rehearsal.Record(row.get(person), row.get(region), row.get(module), row.get(third)))
                    .toList();
        }
    }
}
