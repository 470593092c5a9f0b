package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
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
import fr.sillage.core.text.Texts;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of 1, 2, 3, 3, 6, 40 and 60 persons, half of each in the morning. */
class GatheringTest {
    private static final int[] PERSONS = {1, 2, 3, 3, 6, 40, 60};
    private static final String SLOT = "slot";

    private final MemorySilos silos = new MemorySilos();
    private final CommunityContext analyst = Members.of(Profile.ANALYST);
    private final AnalysisDescriptor counting = new Counting();
    private final AnalysisRunner runner =
            new AnalysisRunner(silos, new FakeEnabling(new FakeAnalyses(List.of(counting))));
    private final DataSetId id = DataSetId.random();

    @BeforeEach
    void store() {
        List<Field> fields = List.of(
                new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("job", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("time", Type.CATEGORY, Set.of(), Privacy.OTHER));
        List<List<String>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int job = 0; job < PERSONS.length; job++) {
            for (int n = 0; n < PERSONS[job]; n++) {
                columns.get(0).add("p" + columns.get(0).size());
                columns.get(1).add("job " + job);
                columns.get(2).add(n % 2 == 0 ? "morning" : "evening");
            }
        }
        silos.create(analyst.community().id());
        DataSet data = new DataSet(
                id, "data", 1, TableId.random(), fields, columns.get(0).size(), Instant.EPOCH, "");
        try (SiloTransaction transaction = silos.open(analyst).begin()) {
            TableWriter writer = new TableWriter(transaction.chunks(), data.table(), fields);
            writer.append(columns.stream()
                    .<Column>map(column -> new Column.Texts(column.toArray(String[]::new)))
                    .toList());
            writer.finish();
            transaction.add(data);
            transaction.commit();
        }
    }

    private Published run(Selection selection) throws AnalysisException {
        return runner.run(analyst, counting, Map.of(SLOT, id), selection.in(Values.NONE), JobControl.NONE);
    }

    private static List<String> findings(Published published) {
        return published.findings().stream().map(finding -> finding.key().key()).toList();
    }

    @Test
    void rareCategoriesAreOne() throws AnalysisException {
        Published published = run(Selection.FIRST);

        PublishedTable table = published.table("jobs");
        assertEquals(
                List.of(
                        new PublishedValue.Label("job 5"),
                        new PublishedValue.Label("job 6"),
                        new PublishedValue.Term(Texts.RARE)),
                table.rows().stream().map(List::getFirst).toList());
        assertEquals(15, ((PublishedValue.Number) table.rows().getLast().getLast()).value());
        assertEquals(List.of("rare.gathered"), findings(published));
        assertEquals(0, published.provenance().hiddenCells());
        assertEquals(Selection.FIRST, Selection.of(published.provenance().parameters()));
    }

    @Test
    void otherwiseTheyAreHidden() throws AnalysisException {
        Published published = run(Selection.ALL);

        assertEquals(PERSONS.length, published.table("jobs").rows().size());
        assertTrue(published.provenance().hiddenCells() > 0);
        assertEquals(List.of(), findings(published));
    }

    /** What was folded by hand is gathered where it is rare, and as it is named where it is not. */
    @Test
    void categoriesFoldedByHandAreGatheredToo() throws AnalysisException {
        Published published =
                run(Selection.FIRST.with(new Selection.Folding(SLOT, "job", "more", List.of("job 0", "job 5"))));

        assertEquals(
                List.of("job 6", "more"),
                published.table("jobs").rows().stream()
                        .map(List::getFirst)
                        .filter(PublishedValue.Label.class::isInstance)
                        .map(label -> ((PublishedValue.Label) label).text())
                        .toList());
    }

    /** Gathered they would overlap what was seen; one by one they are only hidden. */
    @Test
    void whatCannotBeSeenGatheredIsShownOneByOneAndThatIsSaid() throws AnalysisException {
        run(Selection.ALL.with(new Selection.Folding(SLOT, "job", "mine", List.of("job 4", "job 5"))));

        Published published = run(Selection.FIRST);

        assertEquals(PERSONS.length, published.table("jobs").rows().size());
        assertEquals(List.of("rare.apart"), findings(published));
        assertEquals(Selection.ALL, Selection.of(published.provenance().parameters()));
    }

    /** Counts of jobs by time. */
    private static final class Counting implements AnalysisDescriptor {
        @Override
        public Analysis analysis() {
            return (in, values, control) -> {
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
