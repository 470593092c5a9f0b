package fr.sillage.core.internal.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.ColumnOverview.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtectedOverviewsTest extends OverviewsFixture {

    @Test
    void aValueOfFewPersonsIsNeitherNamedNorCounted() throws InterruptedException {
        // ten rows of "Rare" are two persons only
        ColumnOverview corps = persons(300, row -> row < 10 ? "p" + row % 2 : "q" + row)
                .category("corps", 300, row -> row < 10 ? "Rare" : row < 40 ? "Second" : "First")
                .overview()
                .getLast();

        assertEquals(Map.of("First", 250L, "*others", 50L), values(corps));
        assertEquals(2, summary(corps, "others"));
        assertEquals(3, summary(corps, "distinct"));
        assertEquals(292, summary(corps, "persons"));
    }

    @Test
    void severalRareValuesAreEnoughForEachOther() throws InterruptedException {
        ColumnOverview corps = category("corps", 106, row -> row < 3 ? "A" : row < 6 ? "B" : "First")
                .overview()
                .getFirst();

        assertEquals(Map.of("First", 100L, "*others", 0L), values(corps));
    }

    @Test
    void rowsWithoutAValueOfFewPersonsAreNotToldByTheirDifference() throws InterruptedException {
        ColumnOverview region = category("region", 100, row -> row < 3 ? null : row < 50 ? "Lyon" : "Lille")
                .overview()
                .getFirst();

        assertEquals(Map.of("Lille", 60L, "*others_missing", 60L), values(region));
    }

    @Test
    void ofFewPersonsInAllNothingIsTold() throws InterruptedException {
        ColumnOverview region = persons(90, row -> "p" + row % 4)
                .category("region", 90, row -> row < 50 ? "Lyon" : "Lille")
                .overview()
                .getLast();

        assertTrue(values(region).values().stream().allMatch(rows -> rows == -1));
        assertFalse(values(region).containsKey("Lyon"));
        assertEquals(-1, summary(region, "rows"));
        assertEquals(-1, summary(region, "distinct"));
    }

    @Test
    void neitherPersonsNorFreeTextsAreTold() throws InterruptedException {
        List<ColumnOverview> seen = persons(200, row -> "p" + row % 150)
                .texts("remark", Type.TEXT, Set.of(RoleId.TEXT), 200, row -> row < 40 ? null : "remark " + row)
                .overview();

        assertEquals(Shape.NONE, seen.get(0).shape());
        assertEquals(Map.of("*present", 200L), values(seen.get(0)));
        assertEquals(150, summary(seen.get(0), "distinct"));
        assertEquals(Map.of("*present", 150L, "*missing", 50L), values(seen.get(1)));
    }

    @Test
    void everyLineThatIsToldIsOfEnoughPersons() throws InterruptedException {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            int rows = 20 + random.nextInt(200);
            int people = 1 + random.nextInt(60);
            int values = 1 + random.nextInt(20);
            String[] person = new String[rows];
            String[] value = new String[rows];
            for (int row = 0; row < rows; row++) {
                person[row] = "p" + random.nextInt(people);
                value[row] = random.nextInt(10) == 0
                        ? null
                        : "v" + (int) (values * random.nextDouble() * random.nextDouble());
            }
            fields.clear();
            columns.clear();
            ColumnOverview seen = persons(rows, row -> person[row])
                    .category("value", rows, row -> value[row])
                    .overview()
                    .getLast();
            assertSafe("seed " + seed, seen, person, value);
        }
    }

    private static void assertSafe(String message, ColumnOverview seen, String[] person, String[] value) {
        Map<String, Set<String>> personsOf = new HashMap<>();
        Map<String, Long> rowsOf = new HashMap<>();
        for (int row = 0; row < person.length; row++) {
            String name = value[row] == null ? "*missing" : value[row];
            personsOf.computeIfAbsent(name, n -> new HashSet<>()).add(person[row]);
            rowsOf.merge(name, 1L, Long::sum);
        }
        Map<String, Long> told = values(seen);
        Set<String> folded = new HashSet<>(personsOf.keySet());
        for (Map.Entry<String, Long> line : told.entrySet()) {
            if (!line.getKey().startsWith("*others")) {
                folded.remove(line.getKey());
                if (line.getValue() >= 0) {
                    assertTrue(isRounded(seen, line.getValue(), rowsOf.get(line.getKey())), message);
                    assertTrue(personsOf.get(line.getKey()).size() >= THRESHOLD, message);
                }
            }
        }
        Set<String> rest = new HashSet<>();
        folded.forEach(name -> rest.addAll(personsOf.get(name)));
        boolean restTold =
                told.entrySet().stream().anyMatch(e -> e.getKey().startsWith("*others") && e.getValue() >= 0);
        assertTrue(!restTold || rest.size() >= THRESHOLD, message);
        assertEquals(folded.isEmpty(), told.keySet().stream().noneMatch(name -> name.startsWith("*others")), message);
        if (told.values().stream().anyMatch(rows -> rows < 0)) {
            assertTrue(new HashSet<>(List.of(person)).size() < THRESHOLD, message);
        }
    }
}
