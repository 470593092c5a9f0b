package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.ProposedField;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.fakes.FakeEnabling;
import fr.sillage.core.fakes.FakeExtensions;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.fakes.RowsSource;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/** Imports and plans in a silo in memory. */
abstract class PlansFixture {
    static final String SOURCE = "test.rows";
    final MemorySilos silos = new MemorySilos();
    final CommunityContext manager = Members.standIn();

    @BeforeEach
    void silo() {
        silos.create(manager.community().id());
    }

    static ImportPlan with(ImportPlan plan, ColumnPlan last) {
        List<ColumnPlan> columns = new ArrayList<>(plan.columns());
        columns.set(columns.size() - 1, last);
        return new ImportPlan(plan.dataSet(), plan.source(), plan.settings(), columns, plan.attribution());
    }

    ImportRecord run(ImportPlan plan, Target target, List<List<String>> rows) throws ImportException {
        return pipeline(plan.names(), rows)
                .run(
                        manager,
                        UUID.randomUUID(),
                        RowsSource.FILE,
                        new ImportRequest(plan, target, false),
                        JobControl.NONE);
    }

    ImportPipeline pipeline(List<String> names, List<List<String>> rows) {
        Extensions extensions = extensions(names, rows);
        return new ImportPipeline(extensions, new FakeEnabling(extensions), silos, new SiloPlans(extensions, silos));
    }

    SiloPlans plans() {
        return new SiloPlans(extensions(List.of("note"), List.of()), silos);
    }

    static Extensions extensions(List<String> names, List<List<String>> rows) {
        List<ProposedField> fields = names.stream()
                .map(name ->
                        new ProposedField(column(name).field(), column(name).format()))
                .toList();
        return new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, fields, rows))));
    }

    static ImportPlan plan(String name, String... columns) {
        return new ImportPlan(
                name,
                SOURCE,
                Values.NONE,
                Arrays.stream(columns).map(PlansFixture::column).toList(),
                "");
    }

    static ColumnPlan column(String name) {
        return name.equals("mail")
                ? new ColumnPlan(
                        new Field(name, Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                        ValueFormat.of(Type.TEXT),
                        new Treatment(FakeExtensions.PSEUDONYM, Values.NONE.with("scheme", "mail")))
                : new ColumnPlan(
                        new Field(name, Type.INTEGER, Set.of(), Privacy.OTHER),
                        ValueFormat.of(Type.INTEGER),
                        Treatment.KEEP);
    }

    static String refusal(Executable call) {
        return assertThrows(ImportException.class, call).reason().key().key();
    }

    DataSet dataSet() {
        return silos.open(manager).dataSets().getFirst();
    }
}
