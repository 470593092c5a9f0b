package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import fr.sillage.api.JobControl;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.ChunkStore;
import fr.sillage.engine.MemoryChunkStore;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.SharedCache;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldCountsTest {
    private static final String SLOT = "slot";
    private static final FieldRef JOB = new FieldRef(SLOT, "job");
    private static final List<Field> FIELDS = List.of(new Field("job", Type.CATEGORY, Set.of(), Privacy.OTHER));
    private static final Query.Aggregate ALL = new Query.Aggregate(List.of(JOB), Unit.SUBJECT);

    private final MemoryChunkStore chunks = new MemoryChunkStore();
    private final SharedCache.Share share = new SharedCache(1 << 20).share("community");
    private final ChunkStore store = new ChunkStore() {
        @Override
        public Optional<byte[]> read(ChunkKey key) {
            return chunks.read(key);
        }

        @Override
        public SharedCache.Share columns() {
            return share;
        }
    };

    private QueryEngine over(String... jobs) {
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(chunks, id, FIELDS);
        writer.append(List.of(new Column.Texts(jobs)));
        return HeldCounts.over(Map.of(SLOT, new StoredTable(store, id, FIELDS, writer.finish())));
    }

    private static long rows(Cells cells) {
        return cells.cell(cells.total()).rows();
    }

    @Test
    void allRowsByOneKeyAreCountedOnceATable() {
        QueryEngine engine = over("a", "a", "b");

        assertSame(engine.answer(ALL, JobControl.NONE), engine.answer(ALL, JobControl.NONE));
        assertEquals(3, rows(engine.answer(ALL, JobControl.NONE)));
        assertEquals(1, rows(over("c").answer(ALL, JobControl.NONE)), "another table, such as the next version");
    }

    @Test
    void whatHasAFilterIsNotHeld() {
        QueryEngine engine = over("a", "a", "b");
        Query.Aggregate filtered = new Query.Aggregate(List.of(JOB), Filter.In.texts(JOB, List.of("a")), Unit.SUBJECT);

        assertNotSame(engine.answer(filtered, JobControl.NONE), engine.answer(filtered, JobControl.NONE));
        assertEquals(2, rows(engine.answer(filtered, JobControl.NONE)));
    }

    /** As when a version is deleted or a person erased. */
    @Test
    void countsGoWithTheColumns() {
        QueryEngine engine = over("a", "a", "b");
        Cells before = engine.answer(ALL, JobControl.NONE);

        share.clear();

        assertNotSame(before, engine.answer(ALL, JobControl.NONE));
    }
}
