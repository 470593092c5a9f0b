package fr.sillage.core.internal.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.MemorySilos;
import fr.sillage.core.fakes.SetClock;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiloStatesTest {
    private static final AnalysisState STATE = new AnalysisState(
            "crossing",
            DataSetId.random(),
            new Values(Map.of("rows", "région", "core:selection", "{\"values\":[\"Lyon\"]}")),
            new Values(Map.of("show", "SHARE")));

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final MemorySilos silos = new MemorySilos();
    private final SiloStates states = new SiloStates(silos, clock, clock.retention());
    private final CommunityContext analyst = Members.of(Profile.ANALYST);

    @BeforeEach
    void createSilo() {
        silos.create(analyst.community().id());
    }

    @Test
    void aColleagueOpensTheSameStateAndItsAddressTellsNothing() {
        String id = states.keep(analyst, STATE);
        CommunityContext colleague = Members.beside(analyst, Profile.MANAGER);

        assertEquals(Optional.of(STATE), states.find(colleague, id));
        assertEquals(id, states.keep(colleague, STATE));
        assertFalse(id.contains("Lyon") || id.contains("gion"), id);
        assertEquals(12, id.length());
        assertNotEquals(id, states.keep(analyst, AnalysisState.of("crossing", STATE.dataSet())));
    }

    @Test
    void neitherAReaderNorAnotherCommunityOpensIt() {
        String id = states.keep(analyst, STATE);
        CommunityContext reader = Members.beside(analyst, Profile.READER);
        CommunityContext stranger = Members.of(Profile.ANALYST);
        silos.create(stranger.community().id());

        assertThrows(AccessDeniedException.class, () -> states.find(reader, id));
        assertThrows(AccessDeniedException.class, () -> states.keep(reader, STATE));
        assertEquals(Optional.empty(), states.find(stranger, id));
    }

    @Test
    void whatNobodyOpensForAYearGoes() {
        String id = states.keep(analyst, STATE);
        clock.pass(SiloStates.KEPT.plus(Duration.ofDays(1)));
        states.keep(analyst, AnalysisState.of("crossing", STATE.dataSet()));

        assertEquals(Optional.empty(), states.find(analyst, id));
    }

    @Test
    void aClockThatJumpsTakesNothing() {
        String id = states.keep(analyst, STATE);
        clock.pass(Duration.ofHours(2));
        clock.jump(SiloStates.KEPT.plus(Duration.ofDays(1)));
        states.keep(analyst, AnalysisState.of("crossing", STATE.dataSet()));

        assertEquals(Optional.of(STATE), states.find(analyst, id));
    }
}
