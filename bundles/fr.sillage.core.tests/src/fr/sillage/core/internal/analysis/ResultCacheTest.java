package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.published.Published;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.fakes.FakeAnalyses;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of 9, 20 and 30 persons; 3 of the last in the evening. */
class ResultCacheTest {
    private static final int[] PERSONS = {9, 20, 30};
    private static final String SLOT = "slot";

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext one = Members.of(Profile.ANALYST);
    private final CommunityContext other = Members.beside(one, Profile.ANALYST);
    private final AtomicInteger runs = new AtomicInteger();
    private final AnalysisDescriptor counting = new Counting();
    private final AnalysisRunner runner =
            new AnalysisRunner(silos, new FakeEnabling(new FakeAnalyses(List.of(counting))));
    private final DataSetId id = DataSetId.random();
    private final Values all = Values.NONE;
    private final Values most = Selection.ALL
            .with(new Selection.Choice(SLOT, "time", false, List.of("morning"), "", ""))
            .in(Values.NONE);

    @BeforeEach
    void store() {
        silos.create(one.community().id());
        store(1);
    }

    private void store(int version) {
        List<Field> fields = List.of(
                new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("job", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("time", Type.CATEGORY, Set.of(), Privacy.OTHER));
        List<List<String>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int job = 0; job < PERSONS.length; job++) {
            for (int n = 0; n < PERSONS[job]; n++) {
                columns.get(0).add("p" + columns.get(0).size());
                columns.get(1).add("job " + job);
                columns.get(2).add(n < 27 ? "morning" : "evening");
            }
        }
        DataSet data = new DataSet(
                id, "data", version, TableId.random(), fields, columns.get(0).size(), Instant.EPOCH, "");
        try (SiloTransaction transaction = silos.open(one).begin()) {
            TableWriter writer = new TableWriter(transaction.chunks(), data.table(), fields);
            writer.append(columns.stream()
                    .<Column>map(column -> new Column.Texts(column.toArray(String[]::new)))
                    .toList());
            writer.finish();
            silos.open(one)
                    .dataSet(id)
                    .ifPresentOrElse(before -> transaction.replace(before, data), () -> transaction.add(data));
            transaction.commit();
        }
    }

    private Published run(CommunityContext member, Values values) throws AnalysisException {
        return runner.run(member, counting, Map.of(SLOT, id), values, JobControl.NONE);
    }

    private int seen(CommunityContext member) {
        return silos.open(member).results().shown(member.account().id(), id).size();
    }

    @Test
    void whoAsksTheSameAndHasSeenTheSameGetsTheSame() throws AnalysisException {
        Published first = run(one, all);

        assertSame(first, run(other, all));
        assertEquals(1, runs.get());
        assertEquals(1, seen(other), "it counts as seen");
    }

    @Test
    void whoHasSeenItGetsItFromTheSecondTimeOn() throws AnalysisException {
        run(one, all);
        Published second = run(one, all);

        assertSame(second, run(one, all));
        assertEquals(2, runs.get());
        assertEquals(1, seen(one));
    }

    /** All less those of the morning are three in the evening: who has seen the one is refused the other. */
    @Test
    void whoHasSeenSomethingElseGetsNothingThatWasMadeForOthers() throws AnalysisException {
        run(one, all);
        run(other, most);

        assertThrows(AnalysisException.class, () -> run(other, all));
        assertThrows(AnalysisException.class, () -> run(one, most));
    }

    @Test
    void whatIsHeldIsThereAtOnce() throws AnalysisException {
        assertEquals(Optional.empty(), atOnce(one));
        Published first = run(one, all);

        assertSame(first, atOnce(other).orElseThrow());
        assertEquals(1, seen(other), "it counts as seen");
        assertEquals(Optional.empty(), atOnce(one), "who has seen it asks something else");
    }

    private Optional<Published> atOnce(CommunityContext member) throws AnalysisException {
        return runner.atOnce(member, counting.id(), Map.of(SLOT, id), all);
    }

    @Test
    void otherRowsAreAnotherQuestion() throws AnalysisException {
        Published first = run(one, all);
        store(2);

        assertNotEquals(first, run(other, all));
        assertEquals(2, runs.get());
    }

    /** Counts of jobs by time. */
    private final class Counting implements AnalysisDescriptor {
        @Override
        public Analysis analysis() {
            return (in, values, control) -> {
                runs.incrementAndGet();
                Cells cells = in.ask(
                        new Query.Aggregate(List.of(new FieldRef(SLOT, "job"), new FieldRef(SLOT, "time")), Unit.ROW));
                List<List<Value>> rows = new ArrayList<>();
                for (int job = 0; job < cells.labels(0).size(); job++) {
                    rows.add(List.of(
                            new Value.Label(cells.labels(0).get(job)),
                            new Value.Number(cells.rows(Region.of(job, Region.ALL)))));
                }
                return new Draft(
                        List.of(new Table(
                                "jobs",
                                List.of(
                                        new TableColumn("job", TableColumn.Kind.LABEL),
                                        new TableColumn("rows", TableColumn.Kind.INTEGER)),
                                rows)),
                        List.of(),
                        List.of());
            };
        }

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public String alias() {
            return "counting";
        }

        @Override
        public String bundle() {
            return "test";
        }

        @Override
        public String name(Locale locale) {
            return "counting";
        }

        @Override
        public String description(Locale locale) {
            return "";
        }

        @Override
        public List<SlotDescriptor> slots() {
            return List.of();
        }

        @Override
        public List<ParameterDescriptor> parameters() {
            return List.of();
        }
    }
}
