package fr.sillage.core.internal.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.ColumnOverview.Shape;
import fr.sillage.core.overview.Overviews;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.MemoryUse;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiloOverviewsTest {
    private static final int THRESHOLD = 5;

    private final CommunityContext reader = Members.of(Profile.READER);
    private final MemorySilos silos = new MemorySilos();
    private final SiloOverviews overviews = new SiloOverviews(silos);
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    @BeforeEach
    void silo() {
        silos.create(reader.community().id());
    }

    @AfterEach
    void stop() {
        overviews.stop();
    }

    private SiloOverviewsTest texts(String name, Type type, Set<RoleId> roles, int rows, IntFunction<String> value) {
        fields.add(new Field(name, type, roles, Privacy.OTHER));
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = value.apply(row);
        }
        columns.add(new Column.Texts(values));
        return this;
    }

    private SiloOverviewsTest category(String name, int rows, IntFunction<String> value) {
        return texts(name, Type.CATEGORY, Set.of(RoleId.CATEGORY), rows, value);
    }

    private SiloOverviewsTest persons(int rows, IntFunction<String> value) {
        return texts("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), rows, value);
    }

    private SiloOverviewsTest numbers(String name, Type type, int rows, IntFunction<Long> value) {
        fields.add(new Field(name, type, Set.of(), Privacy.OTHER));
        long[] values = new long[rows];
        BitSet missing = new BitSet();
        for (int row = 0; row < rows; row++) {
            Long one = value.apply(row);
            values[row] = one == null ? 0 : one;
            missing.set(row, one == null);
        }
        columns.add(new Column.Longs(values, missing));
        return this;
    }

    private DataSet stored() {
        int rows = columns.getFirst().size();
        try (SiloTransaction transaction = silos.open(reader).begin()) {
            TableId table = TableId.random();
            TableWriter writer = new TableWriter(transaction.chunks(), table, fields);
            writer.append(List.copyOf(columns));
            writer.finish();
            DataSet data = new DataSet(DataSetId.random(), "data", 1, table, fields, rows, Instant.EPOCH, "");
            transaction.add(data);
            transaction.commit();
            return data;
        }
    }

    /** Stores the columns and looks at them. */
    private List<ColumnOverview> overview() throws InterruptedException {
        DataSet data = stored();
        ColumnOverview[] seen = new ColumnOverview[fields.size()];
        CountDownLatch all = new CountDownLatch(fields.size());
        overviews.compute(reader, data.id(), (index, overview) -> {
            seen[index] = overview.orElse(null);
            all.countDown();
        });
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertTrue(List.of(seen).stream().allMatch(Objects::nonNull));
        return List.of(seen);
    }

    /** Name and rows of each line; -1 where it is withheld. */
    private static Map<String, Long> values(ColumnOverview overview) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (List<PublishedValue> row : overview.published().table("values").rows()) {
            String name = switch (row.getFirst()) {
                case PublishedValue.Label label -> label.text();
                case PublishedValue.Term term -> "*" + term.id();
                default -> throw new AssertionError(row.getFirst());
            };
            values.put(name, row.getLast() instanceof PublishedValue.Number number ? (long) number.value() : -1);
        }
        return values;
    }

    private static long summary(ColumnOverview overview, String name) {
        PublishedTable summary = overview.published().table("summary");
        return summary.rows().stream()
                .filter(row -> row.getFirst().equals(new PublishedValue.Term(name)))
                .map(List::getLast)
                .map(value -> value instanceof PublishedValue.Number number ? (long) number.value() : -1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void valuesComeWithTheirRowsTheLargestFirstAndWhatIsMissingLast() throws InterruptedException {
        ColumnOverview region = category("region", 100, row -> row < 20 ? null : row < 50 ? "Lyon" : "Lille")
                .overview()
                .getFirst();

        assertEquals(Shape.VALUES, region.shape());
        assertEquals(Map.of("Lille", 50L, "Lyon", 30L, "*missing", 20L), values(region));
        assertEquals(
                List.of("Lille", "Lyon", "*missing"), List.copyOf(values(region).keySet()));
        assertEquals(2, summary(region, "distinct"));
        assertEquals(100, summary(region, "rows"));
    }

    @Test
    void aValueOfFewPersonsIsNeitherNamedNorCounted() throws InterruptedException {
        // ten rows of "Rare" are two persons only
        ColumnOverview corps = persons(300, row -> row < 10 ? "p" + row % 2 : "q" + row)
                .category("corps", 300, row -> row < 10 ? "Rare" : row < 40 ? "Second" : "First")
                .overview()
                .getLast();

        assertEquals(Map.of("First", 260L, "*others", 40L), values(corps));
        assertEquals(2, summary(corps, "others"));
        assertEquals(3, summary(corps, "distinct"));
        assertEquals(292, summary(corps, "persons"));
    }

    @Test
    void severalRareValuesAreEnoughForEachOther() throws InterruptedException {
        ColumnOverview corps = category("corps", 106, row -> row < 3 ? "A" : row < 6 ? "B" : "First")
                .overview()
                .getFirst();

        assertEquals(Map.of("First", 100L, "*others", 6L), values(corps));
    }

    @Test
    void rowsWithoutAValueOfFewPersonsAreNotToldByTheirDifference() throws InterruptedException {
        ColumnOverview region = category("region", 100, row -> row < 3 ? null : row < 50 ? "Lyon" : "Lille")
                .overview()
                .getFirst();

        assertEquals(Map.of("Lille", 50L, "*others_missing", 50L), values(region));
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
    void ofManyValuesTheLargestAreNamed() throws InterruptedException {
        ColumnOverview module = category(
                        "module", 2_000, row -> "M" + Integer.numberOfTrailingZeros(row + 1) + "-" + (row % 40))
                .overview()
                .getFirst();

        assertEquals(13, values(module).size());
        assertEquals(
                2_000,
                values(module).values().stream().mapToLong(Long::longValue).sum());
        assertEquals(summary(module, "distinct"), 12 + summary(module, "others"));
    }

    @Test
    void numbersStandInRoundBandsThatTellNoExtreme() throws InterruptedException {
        ColumnOverview credits = numbers("credits", Type.INTEGER, 1_000, row -> row == 0 ? 987_654L : (long) row % 300)
                .overview()
                .getFirst();

        assertEquals(Shape.BANDS, credits.shape());
        assertEquals(
                List.of("< 50", "50 – 99", "100 – 149", "150 – 199", "200 – 249", "≥ 250"),
                List.copyOf(values(credits).keySet()));
        assertEquals(
                1_000,
                values(credits).values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void fewNumbersStandForThemselves() throws InterruptedException {
        ColumnOverview rating = numbers("rating", Type.INTEGER, 100, row -> row % 5 == 4 ? null : (long) row % 5)
                .overview()
                .getFirst();

        assertEquals(
                List.of("0", "1", "2", "3", "*missing"),
                List.copyOf(values(rating).keySet()));
    }

    @Test
    void datesStandInMonthsOrYears() throws InterruptedException {
        long start = LocalDate.of(2024, 9, 2).toEpochDay();
        List<ColumnOverview> seen = numbers("short", Type.DATE, 300, row -> start + row)
                .numbers("long", Type.DATE, 300, row -> start + 10L * row)
                .numbers(
                        "moments",
                        Type.TIMESTAMP,
                        300,
                        row -> TimeUnit.DAYS.toMicros(start + row) + TimeUnit.HOURS.toMicros(23))
                .overview();

        assertEquals(Shape.MONTHS, seen.get(0).shape());
        assertEquals("2024-09", values(seen.get(0)).keySet().iterator().next());
        assertEquals(29, values(seen.get(0)).get("2024-09"));
        assertEquals(Shape.YEARS, seen.get(1).shape());
        assertEquals(
                List.of("2024", "2025", "2026", "2027", "2028", "2029", "2030", "2031", "2032"),
                List.copyOf(values(seen.get(1)).keySet()));
        assertEquals(values(seen.get(0)), values(seen.get(2)));
    }

    @Test
    void neitherPersonsNorFreeTextsAreTold() throws InterruptedException {
        List<ColumnOverview> seen = persons(200, row -> "p" + row % 150)
                .texts("remark", Type.TEXT, Set.of(RoleId.TEXT), 200, row -> row < 40 ? null : "remark " + row)
                .overview();

        assertEquals(Shape.NONE, seen.get(0).shape());
        assertEquals(Map.of("*present", 200L), values(seen.get(0)));
        assertEquals(150, summary(seen.get(0), "distinct"));
        assertEquals(Map.of("*present", 160L, "*missing", 40L), values(seen.get(1)));
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
                    assertEquals(rowsOf.get(line.getKey()), line.getValue(), message);
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
        boolean visible = told.values().stream().allMatch(rows -> rows >= 0);
        if (visible) {
            assertEquals(
                    person.length,
                    told.values().stream().mapToLong(Long::longValue).sum(),
                    message);
        } else {
            assertTrue(new HashSet<>(List.of(person)).size() < THRESHOLD, message);
        }
    }

    @Test
    void whereMemoryRunsOutEachColumnIsToldToHaveFailed() throws InterruptedException {
        DataSet data =
                category("a", 10, row -> "x").category("b", 10, row -> "y").stored();
        Silo full = (Silo) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Silo.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("chunks")) {
                        throw new OutOfMemoryError("made up");
                    }
                    return method.invoke(silos.open(reader), arguments);
                });
        SiloOverviews failing = new SiloOverviews(new SiloStore() {
            @Override
            public void create(CommunityId community) {
                throw new UnsupportedOperationException();
            }

            @Override
            public MemoryUse memory() {
                return silos.memory();
            }

            @Override
            public Silo open(CommunityContext context) {
                return full;
            }
        });
        Set<Integer> failed = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(2);
        failing.compute(reader, data.id(), (index, overview) -> {
            assertTrue(overview.isEmpty());
            failed.add(index);
            all.countDown();
        });
        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals(Set.of(0, 1), failed);
        failing.stop();
    }

    @Test
    void whenThePlatformStopsWorkEndsWithoutBeingInterrupted() throws Exception {
        DataSet data =
                category("a", 10, row -> "x").category("b", 10, row -> "y").stored();
        List<Integer> told = new CopyOnWriteArrayList<>();
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch first = new CountDownLatch(1);
        overviews.compute(reader, data.id(), (index, overview) -> {
            overviews.stop();
            worker.set(Thread.currentThread());
            interrupted.set(Thread.currentThread().isInterrupted());
            told.add(index);
            first.countDown();
        });
        assertTrue(first.await(30, TimeUnit.SECONDS));
        worker.get().join();
        assertEquals(List.of(0), told);
        assertFalse(interrupted.get());
    }

    @Test
    void aDataSetThatIsGoneTellsNothing() {
        Overviews.Listener nobody = (index, overview) -> {
            throw new AssertionError("told of " + index);
        };

        overviews.compute(reader, DataSetId.random(), nobody).run();
        assertEquals(Optional.empty(), silos.open(reader).dataSet(DataSetId.random()));
    }
}
