package fr.sillage.ui.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.ui.internal.imports.KeyModel.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyModelTest {
    private final List<Candidate> columns = new ArrayList<>(List.of(
            column(0, "academy", RoleId.CATEGORY),
            column(1, "person", RoleId.SUBJECT),
            column(2, "session", RoleId.ITEM),
            column(4, "day", RoleId.TIME),
            column(5, "mark", RoleId.RATING)));

    private static Candidate column(int place, String name, RoleId role) {
        return new Candidate(place, new Field(name, Type.TEXT, Set.of(role), Privacy.OTHER));
    }

    private KeyModel model(String... start) {
        return new KeyModel(() -> List.copyOf(columns), List.of(start));
    }

    private static List<String> names(KeyModel model) {
        return model.chosen().stream().map(Candidate::name).toList();
    }

    @Test
    void whoAndWhatIsProposedUnlessAKeyIsRemembered() {
        assertEquals(List.of("person", "session"), names(model()));
        assertEquals(List.of("day", "person"), names(model("day", "person")));
        assertEquals(List.of("person", "session"), names(model("day", "gone")), "a part of a key is another key");
        columns.removeIf(column -> column.column() == 1 || column.column() == 2);
        assertEquals(List.of(), names(model()));
    }

    @Test
    void columnsAreAddedChangedAndTakenOut() {
        KeyModel model = model();
        model.choose(2, Optional.of(columns.get(3)));
        assertEquals(List.of("person", "session", "day"), names(model));
        model.choose(0, Optional.of(columns.get(0)));
        assertEquals(List.of("academy", "session", "day"), names(model));
        model.choose(1, Optional.empty());
        assertEquals(List.of("academy", "day"), names(model));
        model.choose(2, Optional.of(columns.get(0)));
        assertEquals(List.of("academy", "day"), names(model), "none twice");
    }

    @Test
    void aColumnThatIsRenamedStaysAndOneThatIsLeftOutGoes() {
        KeyModel model = model();
        assertFalse(model.refresh());
        columns.set(1, column(1, "learner", RoleId.SUBJECT));
        columns.remove(2);
        assertTrue(model.refresh());
        assertEquals(List.of("learner"), names(model));
        assertFalse(model.refresh());
    }
}
