package fr.sillage.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
import fr.sillage.core.extension.ParameterDescriptor.RoleDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterDescriptorTest {
    private static final ParameterDescriptor UNIT = new ParameterDescriptor(
            "unit",
            Kind.CHOICE,
            Optional.of("rows"),
            false,
            Optional.empty(),
            Set.of(),
            List.of("rows", "persons"),
            List.of(new RoleDefault("registrations", RoleId.EVENT, "persons")));

    private static Optional<String> unitFor(String slot, RoleId role) {
        Field field = new Field("column", Type.CATEGORY, Set.of(RoleId.CATEGORY, role), Privacy.OTHER);
        return UNIT.of(Map.of(slot, List.of(field))).defaultValue();
    }

    @Test
    void theDefaultFollowsTheRolesOfTheData() {
        assertEquals(Optional.of("persons"), unitFor("registrations", RoleId.EVENT));
        assertEquals(Optional.of("rows"), unitFor("registrations", RoleId.ITEM));
        assertEquals(Optional.of("rows"), unitFor("other", RoleId.EVENT));
        assertEquals(Optional.of("rows"), UNIT.of(Map.of()).defaultValue());
    }
}
