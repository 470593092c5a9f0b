package fr.sillage.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.core.community.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemonstrationTest {
    private final DemoContent content = new DemoContent();
    private final MemoryPlatform platform = new MemoryPlatform();
    private final Demonstration demonstration = new Demonstration(
            content, platform.store(), platform.hasher(), platform.communities(), platform.silos(), platform.imports());

    @Test
    void aFirstStartMakesCommunitiesAccountsAndDataSets() throws Exception {
        demonstration.prepare(JobControl.NONE);

        assertEquals(List.of("Institut (exemple)", "Open University"), platform.communityNames());
        assertEquals(List.of("admin", "analyste", "gestionnaire", "lecteur"), platform.logins());
        assertEquals(
                Map.of("Institut (exemple)", Profile.ANALYST, "Open University", Profile.ANALYST),
                platform.profiles("analyste"));
        assertEquals(Map.of("Open University", Profile.MANAGER), platform.profiles("gestionnaire"));
        assertEquals(Map.of("Institut (exemple)", Profile.READER), platform.profiles("lecteur"));
        assertEquals(Map.of(), platform.profiles("admin"));
        assertEquals(
                List.of(
                        "analyste imports inscriptions-institut.csv into Institut (exemple): Données inventées pour la démonstration",
                        "gestionnaire imports registrations-2013.csv into Open University: Open University Learning Analytics"
                                + " Dataset, Kuzilek, Hlosta, Zdrahal (2017), CC BY 4.0"),
                platform.importsRun());
    }

    @Test
    void aSecondStartChangesNothing() throws Exception {
        demonstration.prepare(JobControl.NONE);
        int writes = platform.writes();

        demonstration.prepare(JobControl.NONE);

        assertEquals(writes, platform.writes());
    }

    @Test
    void anInterruptedFirstStartIsCompletedByTheNext() throws Exception {
        demonstration.prepare(JobControl.NONE);
        int complete = platform.writes();
        for (int interrupted = 0; interrupted < complete; interrupted++) {
            MemoryPlatform broken = new MemoryPlatform();
            Demonstration other = new Demonstration(
                    content, broken.store(), broken.hasher(), broken.communities(), broken.silos(), broken.imports());
            broken.failAfter(interrupted);
            assertThrows(IllegalStateException.class, () -> other.prepare(JobControl.NONE));
            broken.failAfter(Integer.MAX_VALUE);

            other.prepare(JobControl.NONE);

            assertEquals(platform.communityNames(), broken.communityNames());
            assertEquals(platform.logins(), broken.logins());
            assertEquals(platform.profiles("analyste"), broken.profiles("analyste"));
            assertEquals(platform.importsRun(), broken.importsRun());
            assertEquals(complete, broken.writes(), "nothing is written twice");
        }
    }

    @Test
    void aStoppedPlatformEndsThePreparation() {
        JobControl stopped = new JobControl() {
            @Override
            public void progress(double fraction) {
                // nobody watches
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThrows(JobCancelledException.class, () -> demonstration.prepare(stopped));
        assertEquals(List.of(), platform.importsRun());
    }
}
