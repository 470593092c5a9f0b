package fr.sillage.engine;

import static fr.sillage.engine.TestTable.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scan reads, how it tells its progress and ends early, and what it makes of a damaged store. */
class ScanTest {
    private static final int ROWS = 200_000;
    private static final List<Field> FIELDS = List.of(
            field("region", Type.CATEGORY),
            field("credits", Type.INTEGER),
            field("unused", Type.TEXT),
            field("person", Type.TEXT, RoleId.SUBJECT));
    private static final Query.Aggregate QUERY =
            new Query.Aggregate(List.of(new FieldRef("slot", "region"), new FieldRef("slot", "credits")), Unit.SUBJECT);

    private final Map<ChunkKey, byte[]> chunks = new HashMap<>();
    private final Set<ChunkKey> read = new HashSet<>();
    private final StoredTable table = table();

    private StoredTable table() {
        List<List<Object>> columns =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int row = 0; row < ROWS; row++) {
            columns.get(0).add("region " + row / 20_000);
            columns.get(1).add(row % 7L);
            columns.get(2).add("text");
            columns.get(3).add("person " + row % 90_000);
        }
        TableId id = TableId.random();
        long rows = new TestTable(FIELDS, List.copyOf(columns)).write(chunks::put, id, 50_000);
        ChunkStore store = key -> {
            read.add(key);
            return Optional.ofNullable(chunks.get(key));
        };
        return new StoredTable(store, id, FIELDS, rows);
    }

    private void ask(JobControl job) {
        new ScanQueryEngine(Map.of("slot", table)).answer(QUERY, job);
    }

    @Test
    void readsOnlyWhatItNeeds() {
        ask(JobControl.NONE);
        assertEquals(
                Set.of(0, 1, 3), Set.copyOf(read.stream().map(ChunkKey::column).toList()));
        assertTrue(
                read.stream().noneMatch(key -> key.column() == 3 && key.kind() == ChunkKey.Kind.DICTIONARY),
                "persons are counted, not named");
    }

    @Test
    void tellsItsProgressUpToTheEnd() {
        List<Double> progress = new ArrayList<>();
        ask(new Watch(progress, Integer.MAX_VALUE));
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(0.0, progress.getFirst());
        assertEquals(1.0, progress.getLast());
        assertTrue(progress.size() >= 3, "several steps, how many is up to who did them: " + progress);
    }

    @Test
    void endsWhenCancelledWhereverItIs() {
        for (int steps = 0; steps < 12; steps++) {
            List<Double> progress = new ArrayList<>();
            try {
                ask(new Watch(progress, steps));
                assertEquals(1.0, progress.getLast()); // others took so many steps that it was not told in time
                assertTrue(steps > 1 && progress.size() <= steps);
            } catch (JobCancelledException e) {
                assertEquals(steps, progress.size(), "nothing is done after the cancelling");
            }
        }
    }

    /** Keeps what it is told and cancels after so many steps. */
    private record Watch(List<Double> progress, int steps) implements JobControl {
        @Override
        public void progress(double fraction) {
            progress.add(fraction);
        }

        @Override
        public boolean cancelled() {
            return progress.size() >= steps;
        }
    }

    @Test
    void namesTheChunkThatIsMissing() {
        for (ChunkKey key : needed()) {
            byte[] chunk = chunks.remove(key);
            String message = assertThrows(CorruptChunkException.class, () -> ask(JobControl.NONE))
                    .getMessage();
            if (key.kind() == ChunkKey.Kind.VALUES) {
                assertEquals(name(key) + ": missing", message);
            } else {
                assertTrue(message.contains("dictionary"), message);
            }
            chunks.put(key, chunk);
        }
    }

    @Test
    void namesTheChunkThatIsDamaged() {
        for (ChunkKey key : needed()) {
            byte[] chunk = chunks.get(key);
            byte[] damaged = chunk.clone();
            damaged[damaged.length / 2] ^= 4;
            chunks.put(key, damaged);
            assertNames(key);
            chunks.put(key, chunk);
        }
    }

    @Test
    void namesAChunkThatWasPutInPlaceOfAnother() {
        ChunkKey key = new ChunkKey(table.id(), 0, ChunkKey.Kind.VALUES, 1);
        chunks.put(key, chunks.get(new ChunkKey(table.id(), 0, ChunkKey.Kind.VALUES, 2)));
        assertNames(key);
    }

    @Test
    void namesTheChunkWhereTheTableIsLongerThanItsChunks() {
        StoredTable longer = new StoredTable(table.store(), table.id(), FIELDS, ROWS + 1);
        String message = assertThrows(CorruptChunkException.class, () -> new TableReader(longer).codes(0, 3))
                .getMessage();
        assertTrue(message.startsWith(name(new ChunkKey(table.id(), 0, ChunkKey.Kind.VALUES, 3))), message);
    }

    @Test
    void namesTheChunkThatIsOfAnotherType() {
        String message = assertThrows(CorruptChunkException.class, () -> new TableReader(table).doubles(1, 0))
                .getMessage();
        assertTrue(message.startsWith(name(new ChunkKey(table.id(), 1, ChunkKey.Kind.VALUES, 0))), message);
    }

    private List<ChunkKey> needed() {
        ask(JobControl.NONE);
        return read.stream().filter(chunks::containsKey).toList();
    }

    private void assertNames(ChunkKey key) {
        String message = assertThrows(CorruptChunkException.class, () -> ask(JobControl.NONE))
                .getMessage();
        assertTrue(message.startsWith(name(key) + ": "), message);
    }

    private static String name(ChunkKey key) {
        return "chunk " + key.table().value() + "/" + key.column() + "/" + key.kind() + "/" + key.number();
    }
}
