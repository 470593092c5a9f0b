package fr.sillage.cli.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
import fr.sillage.core.extension.SlotDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SlotsAndParametersTest {
    private static final List<SlotDescriptor> ONE = List.of(new SlotDescriptor("registrations", Set.of()));
    private static final List<SlotDescriptor> TWO =
            List.of(new SlotDescriptor("a", Set.of()), new SlotDescriptor("b", Set.of()));
    private static final List<ParameterDescriptor> DECLARED = List.of(
            new ParameterDescriptor(
                    "rows", Kind.COLUMN, Optional.empty(), true, Optional.of("registrations"), List.of()),
            new ParameterDescriptor(
                    "unit", Kind.CHOICE, Optional.of("rows"), true, Optional.empty(), List.of("rows", "persons")),
            new ParameterDescriptor("flag", Kind.BOOLEAN, Optional.empty(), false, Optional.empty(), List.of()));

    @Test
    void filesFillTheSlotsThatTheyNameOrTheFirstFreeOne() throws Exception {
        assertEquals(Map.of("registrations", "x.csv"), Slots.assign(List.of("x.csv"), ONE));
        assertEquals(Map.of("registrations", "x.csv"), Slots.assign(List.of("registrations=x.csv"), ONE));
        assertEquals(Map.of("registrations", "year=2013.csv"), Slots.assign(List.of("year=2013.csv"), ONE));
        assertEquals(Map.of("a", "y.csv", "b", "x.csv"), Slots.assign(List.of("b=x.csv", "y.csv"), TWO));
    }

    @Test
    void aSlotTooManyTooFewOrTwiceIsRefused() {
        assertEquals("slot.empty [b]", wrong(() -> Slots.assign(List.of("x.csv"), TWO)));
        assertEquals("slot.surplus [y.csv]", wrong(() -> Slots.assign(List.of("x.csv", "y.csv"), ONE)));
        assertEquals("slot.twice [a]", wrong(() -> Slots.assign(List.of("a=x.csv", "a=y.csv"), TWO)));
    }

    @Test
    void parametersAreCheckedBeforeAnyFileIsRead() {
        assertDoesNotThrow(() -> Parameters.check(values("rows", "region"), DECLARED));
        assertEquals("parameter.missing [rows]", wrong(() -> Parameters.check(Values.NONE, DECLARED)));
        assertEquals(
                "parameter.unknown [row, rows, unit, flag]",
                wrong(() -> Parameters.check(values("row", "region"), DECLARED)));
        assertEquals(
                "parameter.value [unit, people, rows, persons]",
                wrong(() -> Parameters.check(values("rows", "region", "unit", "people"), DECLARED)));
        assertEquals(
                "parameter.value [flag, yes, true, false]",
                wrong(() -> Parameters.check(values("rows", "region", "flag", "yes"), DECLARED)));
    }

    @Test
    void aColumnThatTheFileDoesNotHaveIsRefused() {
        assertDoesNotThrow(
                () -> Parameters.checkColumns(values("rows", "region"), DECLARED, "registrations", Set.of("region")));
        assertDoesNotThrow(() -> Parameters.checkColumns(values("rows", "region"), DECLARED, "other", Set.of()));
        assertEquals(
                "column.unknown [Region]",
                wrong(() -> Parameters.checkColumns(
                        values("rows", "Region"), DECLARED, "registrations", Set.of("region"))));
    }

    @Test
    void aFileThatIsNotThereIsAWrongCall() {
        assertEquals("file.missing [no/such/file.csv]", wrong(() -> FileInput.of("no/such/file.csv")));
    }

    private static Values values(String... pairs) {
        Values values = Values.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            values = values.with(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static String wrong(Executable call) {
        WrongCallException wrong = assertThrows(WrongCallException.class, call);
        return wrong.key() + " " + wrong.arguments();
    }
}
