package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Message;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Reject;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.check.Checked;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Erasure;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableReader;
import fr.sillage.store.database.internal.OldDatabase;
import fr.sillage.store.internal.TestHome;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Silos that the program of each earlier format wrote, with chunks of format 1. Whoever changes the format keeps one of
 * the format before, as {@code silo-format-NUMBER.sql}.
 */
class OldSilosTest {
    private static final Instant TIME = Instant.parse("2026-10-25T00:30:00.123456Z");
    private static final UserId WRITER = new UserId(id(1));
    private static final CommunityId COMMUNITY = new CommunityId(id(2));
    private static final List<Field> FIELDS = List.of(
            new Field("person", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.OTHER),
            new Field("module, « été »", Type.TEXT, Set.of(RoleId.ITEM, RoleId.CATEGORY), Privacy.OTHER),
            new Field("score", Type.DECIMAL, Set.of(), Privacy.SENSITIVE),
            new Field("day", Type.DATE, Set.of(RoleId.TIME), Privacy.OTHER),
            new Field("count", Type.INTEGER, Set.of(), Privacy.QUASI_IDENTIFIER));
    private static final DataSet FIRST = new DataSet(
            new DataSetId(id(4)),
            "stages l’an 1",
            1,
            new TableId(id(5)),
            FIELDS,
            5,
            TIME,
            "by somebody;\nunder 'a licence'");
    private static final DataSet SECOND =
            new DataSet(FIRST.id(), FIRST.name(), 2, new TableId(id(6)), FIELDS, 2, TIME.plusSeconds(60), "");

    @TempDir
    Path folder;

    private static UUID id(int number) {
        return new UUID(0x1000_4000L + number, 0x8000_0000_0000_0000L + number);
    }

    private static InputStream kept(int format) {
        return OldSilosTest.class.getResourceAsStream("silo-format-" + format + ".sql");
    }

    @Test
    void eachEarlierFormatIsKept() {
        for (int format = 1; format < DerbySilo.SCHEMA.latest(); format++) {
            assertNotNull(kept(format), "silo-format-" + format + ".sql");
        }
    }

    @TestFactory
    List<DynamicTest> aSiloOfEachFormatIsReadAndWorkedWith() {
        return IntStream.range(1, DerbySilo.SCHEMA.latest())
                .mapToObj(format -> DynamicTest.dynamicTest("format " + format, () -> read(format)))
                .toList();
    }

    private void read(int format) throws Exception {
        TestHome home = TestHome.in(folder.resolve("format" + format));
        Path silos = Files.createDirectories(home.silos());
        Path place = silos.resolve(COMMUNITY.value().toString());
        try (InputStream statements = kept(format)) {
            OldDatabase.make(place, DerbySiloStore.name(COMMUNITY), home.secret(), statements);
        }
        assertEquals(format < DerbySilo.SCHEMA.latest(), check(home, place).older());
        try (DerbySiloStore store = new DerbySiloStore(home)) {
            Silo silo = store.open(TestContext.of(COMMUNITY));
            catalogue(silo, format);
            if (format >= 3) {
                versionsAndPlans(silo);
            }
            if (format >= 4) {
                assertEquals(
                        "{\"shown\":\"é\"}",
                        silo.results().shown(WRITER, FIRST.id()).getFirst().content());
            }
            if (format >= 5) {
                assertEquals("Par module", silo.results().saved().getFirst().name());
                assertEquals(Optional.of("{\"result\":\"é\"}"), silo.results().savedResult(id(10)));
            }
            if (format >= 6) {
                Erasure erasure = silo.erasures().getFirst();
                assertEquals(WRITER, erasure.by());
                assertEquals(Optional.of(TIME.plusSeconds(4)), erasure.completed());
            }
            if (format >= 7) {
                assertEquals(List.of(new ExportRecord(id(12), WRITER, TIME.plusSeconds(5), 1, 3, 2)), silo.exports());
            }
            TestImport.storeTable(silo, "later");
        }
        Checked after = check(home, place);
        assertEquals(List.of(), after.problems());
        assertEquals((format >= 3 ? 7 : 5) + 200, after.rows());
    }

    private static Checked check(TestHome home, Path place) {
        return SiloCheck.of(place, COMMUNITY, home.secret());
    }

    private static void catalogue(Silo silo, int format) {
        assertEquals(List.of(format >= 3 ? SECOND : FIRST), silo.dataSets());
        content(silo, FIRST);
        ImportRecord record = silo.imports().stream()
                .filter(i -> i.id().equals(id(3)))
                .findFirst()
                .orElseThrow();
        assertEquals("stages.csv", record.fileName());
        assertEquals(WRITER, record.by());
        assertEquals(TIME.plusSeconds(5), record.finished());
        assertEquals(ImportMode.NEW, record.mode());
        assertEquals(format >= 2, record.plan().isPresent());
        record.plan()
                .ifPresent(
                        plan -> assertEquals("numen", plan.columns().getFirst().column()));
        assertEquals(
                List.of(
                        new Reject(
                                4,
                                Optional.of("score"),
                                Message.of("fr.sillage.core", "reject.number", "a\\b\nc", 3L, 0.5),
                                "x;y;'é'"),
                        new Reject(1, Optional.empty(), Message.of("fr.sillage.core", "reject.row"), "")),
                silo.rejects(record.id()));
    }

    private static void versionsAndPlans(Silo silo) {
        content(silo, SECOND);
        assertEquals(List.of(FIRST), silo.earlier(FIRST.id()));
        SavedPlan plan = silo.plans().getFirst();
        assertEquals("plan des stages", plan.name());
        assertEquals("numen", plan.plan().columns().getFirst().column());
        assertEquals(Optional.of(new SavedPlan.Approval(WRITER, TIME.plusSeconds(1))), plan.approval());
    }

    private static void content(Silo silo, DataSet dataSet) {
        TableReader table =
                new TableReader(new StoredTable(silo.chunks(), dataSet.table(), dataSet.fields(), dataSet.rows()));
        int rows = (int) dataSet.rows();
        String one = "00112233445566778899aabbccddeeff";
        String other = "ffeeddccbbaa99887766554433221100";
        assertEquals(Arrays.asList(one, other, one, null, other).subList(0, rows), texts(table, 0));
        // an empty text and none are the same
        assertEquals(
                Arrays.asList("Évaluer l’oral", null, null, "a;\"b\"\nc", "Évaluer l’oral")
                        .subList(0, rows),
                texts(table, 1).stream()
                        .map(text -> text == null || text.isEmpty() ? null : text)
                        .toList());
        BitSet missing = new BitSet();
        missing.set(1);
        Column.Doubles scores = table.doubles(2, 0);
        assertEquals(missing, scores.missing());
        assertArrayEquals(
                Arrays.copyOf(new double[] {0.5, 0, -1e300, 3, 1.0 / 3}, rows), present(scores.values(), rows));
        assertEquals(missing, table.longs(3, 0).missing());
        assertArrayEquals(
                Arrays.copyOf(new long[] {20000, 0, 20001, -3, 20000}, rows),
                present(table.longs(3, 0).values(), rows));
        assertArrayEquals(
                Arrays.copyOf(new long[] {1, 0, Long.MAX_VALUE / 4, -7, 2}, rows),
                present(table.longs(4, 0).values(), rows));
    }

    /** What stands at a missing place is nobody's business. */
    private static double[] present(double[] values, int rows) {
        double[] kept = Arrays.copyOf(values, rows);
        kept[1] = 0;
        return kept;
    }

    private static long[] present(long[] values, int rows) {
        long[] kept = Arrays.copyOf(values, rows);
        kept[1] = 0;
        return kept;
    }

    private static List<String> texts(TableReader table, int column) {
        List<String> dictionary = table.dictionary(column);
        assertTrue(dictionary.size() <= 3);
        return Arrays.stream(table.codes(column, 0))
                .mapToObj(code -> code == 0 ? null : dictionary.get(code - 1))
                .toList();
    }
}
