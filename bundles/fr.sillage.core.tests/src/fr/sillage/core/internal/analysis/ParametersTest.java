package fr.sillage.core.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.fakes.FakeAnalysis;
import fr.sillage.engine.MemoryChunkStore;
import fr.sillage.engine.StoredTable;
import fr.sillage.engine.TableId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final Map<String, SlotTable> DATA = Map.of(
            "slot",
            new SlotTable(
                    "data",
                    1,
                    new StoredTable(
                            new MemoryChunkStore(),
                            TableId.random(),
                            List.of(field("day", Type.DATE), field("mark", Type.DECIMAL)),
                            0)));

    private static Field field(String name, Type type) {
        return new Field(name, type, Set.of(), Privacy.OTHER);
    }

    private static AnalysisDescriptor by(Set<Type> types) {
        return new FakeAnalysis(
                "test",
                analysis -> {
                    throw new AssertionError("nothing is run");
                },
                List.of(new SlotDescriptor("slot", Set.of())),
                List.of(new ParameterDescriptor(
                        "by",
                        ParameterDescriptor.Kind.COLUMN,
                        Optional.empty(),
                        true,
                        Optional.of("slot"),
                        types,
                        List.of(),
                        List.of())));
    }

    private static String refusal(Set<Type> types, String column) {
        return assertThrows(AnalysisException.class, () -> Parameters.complete(by(types), DATA, column(column)))
                .reason()
                .key()
                .key();
    }

    private static Values column(String name) {
        return new Values(Map.of("by", name));
    }

    @Test
    void aColumnIsOfATypeThatTheParameterTakes() throws AnalysisException {
        Set<Type> moments = Set.of(Type.DATE, Type.TIMESTAMP);

        assertEquals(column("day"), Parameters.complete(by(moments), DATA, column("day")));
        assertEquals("analysis.parameter.value", refusal(moments, "mark"));
        assertEquals("analysis.column.unknown", refusal(moments, "gone"));
    }

    @Test
    void whereNoTypesAreDeclaredAnyColumnMayBeNamed() throws AnalysisException {
        assertEquals(column("mark"), Parameters.complete(by(Set.of()), DATA, column("mark")));
        assertEquals("analysis.column.unknown", refusal(Set.of(), "gone"));
    }
}
