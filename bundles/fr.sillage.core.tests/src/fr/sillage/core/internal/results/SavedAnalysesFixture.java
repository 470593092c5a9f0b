package fr.sillage.core.internal.results;

import fr.sillage.api.JobControl;
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
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.fakes.FakeAnalyses;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.KeyTexts;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.fakes.OneJob;
import fr.sillage.core.internal.analysis.AnalysisRunner;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** Seventy persons, one row each; {@code few} is "1" for three of them. */
abstract class SavedAnalysesFixture {
    static final int ROWS = 70;
    final MemorySilos silos = new MemorySilos();
    final List<AnalysisDescriptor> installed = new ArrayList<>(List.of(new Counting()));
    final CommunityContext analyst = Members.of(Profile.ANALYST);
    final FakeEnabling extensions = new FakeEnabling(new FakeAnalyses(installed));
    final AnalysisRunner runner = new AnalysisRunner(silos, extensions);
    final OneJob jobs = new OneJob();
    final SiloSavedAnalyses saved = new SiloSavedAnalyses(silos, runner, extensions, jobs, new KeyTexts());
    DataSet data;

    @BeforeEach
    void store() {
        silos.create(analyst.community().id());
        data = stored(DataSetId.random(), 1);
        try (SiloTransaction transaction = silo().begin()) {
            write(transaction, data);
            transaction.add(data);
            transaction.commit();
        }
    }

    Silo silo() {
        return silos.open(analyst);
    }

    static DataSet stored(DataSetId id, int version) {
        List<Field> fields = List.of(
                new Field("person", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                new Field("half", Type.CATEGORY, Set.of(), Privacy.OTHER),
                new Field("few", Type.CATEGORY, Set.of(), Privacy.OTHER));
        return new DataSet(
                id, "data", version, TableId.random(), fields, ROWS, Instant.parse("2026-03-01T10:00:00Z"), "");
    }

    static void write(SiloTransaction transaction, DataSet set) {
        TableWriter writer = new TableWriter(transaction.chunks(), set.table(), set.fields());
        writer.append(List.of(texts(i -> "p" + i), texts(i -> "" + i % 2), texts(i -> i < 3 ? "1" : "0")));
        writer.finish();
    }

    static Column texts(IntFunction<String> value) {
        return new Column.Texts(IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new));
    }

    KeptResult open(CommunityContext by, SavedAnalysis kept) throws AnalysisException {
        return saved.open(by, kept.id(), JobControl.NONE);
    }

    /** Counts rows by "half". */
    record Counting() implements AnalysisDescriptor {
        @Override
        public Analysis analysis() {
            return (in, values, job) -> {
                Cells cells = in.ask(new Query.Aggregate(List.of(new FieldRef("slot", "half")), Unit.ROW));
                List<List<Value>> rows = new ArrayList<>();
                for (int code = 0; code < cells.labels(0).size(); code++) {
                    rows.add(List.of(
                            new Value.Label(cells.labels(0).get(code)), new Value.Number(cells.rows(Region.of(code)))));
                }
                Table table = new Table(
                        "counts",
                        List.of(
                                new TableColumn("half", TableColumn.Kind.LABEL),
                                new TableColumn("rows", TableColumn.Kind.INTEGER)),
                        rows);
                return new Draft(List.of(table), List.of(), List.of());
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
            return locale.equals(Locale.ENGLISH) ? "Counting" : "Comptage";
        }

        @Override
        public String description(Locale locale) {
            return "";
        }

        @Override
        public List<SlotDescriptor> slots() {
            return List.of(new SlotDescriptor("slot", Set.of()));
        }

        @Override
        public List<ParameterDescriptor> parameters() {
            return List.of(new ParameterDescriptor(
                    "by", ParameterDescriptor.Kind.COLUMN, Optional.empty(), false, Optional.of("slot"), List.of()));
        }
    }
}
