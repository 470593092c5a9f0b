package fr.sillage.core.internal.persons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SiloPersonRequestsTest {
    private final MemorySilos silos = new MemorySilos();
    private final SiloPersonRequests requests = new SiloPersonRequests(silos);

    private CommunityContext community(CommunityContext member, String... schemes) {
        silos.create(member.community().id());
        try (SiloTransaction transaction = silos.open(member).begin()) {
            for (String scheme : schemes) {
                transaction.add(imported(member, scheme), List.of());
            }
            transaction.commit();
        }
        return member;
    }

    private static ImportRecord imported(CommunityContext member, String scheme) {
        ColumnPlan column = new ColumnPlan(
                new Field("who", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                ValueFormat.of(Type.CATEGORY),
                new Treatment("pseudonym", new Values(Map.of("scheme", scheme))));
        return new ImportRecord(
                UUID.randomUUID(),
                DataSetId.random(),
                "stages",
                1,
                ImportMode.NEW,
                "f.csv",
                "csv",
                member.account().id(),
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                1,
                Optional.empty(),
                Optional.of(new ImportPlan("stages", "csv", Values.NONE, List.of(column), "")),
                Optional.empty());
    }

    @Test
    void whatIsHeldInMemoryIsForgotten() {
        CommunityContext officer = community(Members.of(Profile.OFFICER), "email");
        List<CommunityId> told = new ArrayList<>();
        requests.addHeld(told::add);
        requests.erase(officer, "marie", JobControl.NONE);
        assertEquals(List.of(officer.community().id()), told);
    }

    @Test
    void aPersonIsErasedUnderAllSchemesOfTheCommunity() {
        CommunityContext officer = community(Members.of(Profile.OFFICER), "email", "numen", "email");
        requests.erase(officer, " marie@example.org ", JobControl.NONE);
        assertEquals(
                List.of(Set.of("email of 17", "numen of 17")),
                silos.erased(officer.community().id()));
        assertEquals(1, requests.erasures(officer).size());
        assertEquals(
                officer.account().id(), requests.erasures(officer).getFirst().by());
    }

    @Test
    void aKeyIsTakenAsItIsToo() {
        CommunityContext officer = community(Members.standIn(), "email");
        String key = "0123456789ABCDEF0123456789abcdef";
        requests.erase(officer, key, JobControl.NONE);
        assertEquals(
                List.of(Set.of("email of 32", "0123456789abcdef0123456789abcdef")),
                silos.erased(officer.community().id()));
    }

    @Test
    void nobodyElseErases() {
        for (Profile profile : List.of(Profile.READER, Profile.ANALYST, Profile.MANAGER)) {
            CommunityContext member = community(Members.of(profile), "email");
            assertThrows(AccessDeniedException.class, () -> requests.erase(member, "marie", JobControl.NONE));
            assertThrows(AccessDeniedException.class, () -> requests.erasures(member));
            assertEquals(List.of(), silos.erased(member.community().id()));
        }
    }

    @Test
    void somebodyMustBeNamed() {
        CommunityContext officer = community(Members.of(Profile.OFFICER));
        assertThrows(IllegalArgumentException.class, () -> requests.erase(officer, " ", JobControl.NONE));
    }
}
