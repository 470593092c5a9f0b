package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.fakes.FakeAnalysis;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.FakeExtensions;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.gate.PublicationRule;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.engine.MemoryChunkStore;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AnalysisRunnerTest {
    private static final FieldRef PERSON = field("person");
    private static final FieldRef A = field("a");
    private static final FieldRef B = field("b");
    private static final int ROWS = 40;
    private static final ExtensionGuard GUARD = new ExtensionGuard();

    @AfterAll
    static void endThreads() {
        GUARD.close();
    }

    /** Persons 0 to 39, a and b by remainder; b is "1" for the last three persons only. */
    private static SlotTable table() {
        List<Field> fields = List.of(
                new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("a", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("b", Type.CATEGORY, Set.of(), Privacy.OTHER));
        MemoryChunkStore store = new MemoryChunkStore();
        TableId id = TableId.random();
        TableWriter writer = new TableWriter(store, id, fields);
        writer.append(List.of(
                texts(IntStream.range(0, ROWS).mapToObj(i -> "p" + i).toArray(String[]::new)),
                texts(IntStream.range(0, ROWS).mapToObj(i -> "" + i % 2).toArray(String[]::new)),
                texts(IntStream.range(0, ROWS).mapToObj(i -> i < 37 ? "0" : "1").toArray(String[]::new))));
        return new SlotTable("data", 1, new StoredTable(store, id, fields, writer.finish()));
    }

    private static Column texts(String... values) {
        return new Column.Texts(values);
    }

    private static FieldRef field(String column) {
        return new FieldRef("slot", column);
    }

    private static Published run(Query<?>... queries) throws AnalysisException {
        Analysis analysis = (in, values, job) -> {
            for (Query<?> query : queries) {
                in.ask(query);
            }
            return new Draft(List.of(), List.of(), List.of());
        };
        return new AnalysisRunner(new MemorySilos(), new FakeEnabling(new FakeExtensions(List.of())))
                .run(
                        // as the registry hands it out: behind the guard
                        new FakeAnalysis("test", by -> GUARD.analysis(by, () -> analysis)),
                        Map.of("slot", table()),
                        new Values(Map.of()),
                        new PublicationRule(5),
                        JobControl.NONE);
    }

    private static String refusal(Query<?>... queries) {
        return assertThrows(AnalysisException.class, () -> run(queries))
                .reason()
                .key()
                .key();
    }

    @Test
    void whatTheGateDoesNotProtectIsRefused() {
        Query.Aggregate one = new Query.Aggregate(List.of(A), Unit.ROW);
        assertEquals("analysis.answers", refusal());
        assertEquals("analysis.answers", refusal(one, one));
        assertEquals("analysis.unprotected", refusal(new Query.Aggregate(List.<Key>of(A, B, A), Unit.ROW)));
    }

    @Test
    void whatTellsOfSinglePersonsIsRefused() {
        Query.Aggregate one = new Query.Aggregate(List.of(A), Unit.ROW);
        for (Query<?> single : List.of(
                new Query.Sequences(PERSON, A, B, Filter.ALL),
                new Query.Texts(A, List.of(B), Filter.ALL),
                new Query.Frame(List.of(A), Optional.of(PERSON), Filter.ALL))) {
            assertEquals("analysis.unprotected", refusal(single));
            assertEquals("analysis.unprotected", refusal(one, single));
        }
    }

    @Test
    void personsAreNotPickedByAFilter() {
        Filter all = new Filter.Not(Filter.In.texts(PERSON, List.of("p7")));
        assertThrows(
                ExtensionException.class,
                () -> run(new Query.Aggregate(List.of(A), new Filter.And(List.of(all)), Unit.ROW)));
    }

    @Test
    void theRowsOfADataSetDoNotTellHowFewAFilterLeftOut() throws AnalysisException {
        Filter few = new Filter.Not(Filter.In.texts(B, List.of("1")));
        assertEquals(37, rows(run(new Query.Aggregate(List.of(A), few, Unit.ROW))));
        Filter many = Filter.In.texts(A, List.of("0"));
        assertEquals(ROWS, rows(run(new Query.Aggregate(List.of(A), many, Unit.ROW))));
    }

    private static long rows(Published published) {
        return published.provenance().data().getFirst().rows();
    }
}
