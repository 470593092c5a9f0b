package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.Silo;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** Imports of made-up rows into a silo in memory. */
abstract class PipelineFixture {
    static final String SOURCE = "test.rows";

    static final List<ProposedField> FIELDS = List.of(
            field("mail", Type.TEXT, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
            field("score", Type.INTEGER, Set.of(), Privacy.OTHER));

    final MemorySilos silos = new MemorySilos();
    final CommunityContext member = Members.standIn();

    @BeforeEach
    void silo() {
        silos.create(member.community().id());
    }

    ImportPipeline pipeline(List<List<String>> rows) {
        return pipeline(new FakeExtensions(List.of(FakeExtensions.source(SOURCE, new RowsSource(1, FIELDS, rows)))));
    }

    ImportPipeline pipeline(Extensions extensions) {
        return new ImportPipeline(extensions, new FakeEnabling(extensions), silos, new SiloPlans(extensions, silos));
    }

    /** The first ones are bad: their score is not a number. */
    static List<List<String>> rows(int count, int bad) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.of("a" + i % 10 + "@bc.org", i < bad ? "many" : Integer.toString(i)))
                .toList();
    }

    static ImportPlan plan(String name) {
        Treatment pseudonym = new Treatment(FakeExtensions.PSEUDONYM, Values.NONE.with("scheme", "mail"));
        return new ImportPlan(
                name,
                SOURCE,
                Values.NONE,
                List.of(
                        new ColumnPlan(
                                FIELDS.getFirst().field(), FIELDS.getFirst().format(), pseudonym),
                        new ColumnPlan(
                                FIELDS.getLast().field(), FIELDS.getLast().format(), Treatment.KEEP)),
                "");
    }

    Silo ownSilo() {
        return silos.open(member);
    }

    void assertUntouched() {
        assertEquals(List.of(), ownSilo().dataSets());
        assertEquals(List.of(), ownSilo().imports());
    }

    static ProposedField field(String name, Type type, Set<RoleId> roles, Privacy privacy) {
        return new ProposedField(new Field(name, type, roles, privacy), ValueFormat.of(type));
    }
}
