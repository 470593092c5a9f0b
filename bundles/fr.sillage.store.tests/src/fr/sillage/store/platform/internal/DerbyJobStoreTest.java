package fr.sillage.store.platform.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.Message;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.store.internal.TestHome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerbyJobStoreTest {
    private static final Account ADA = new Account(UserId.random(), "ada", "Ada", false);
    private static final Community LYON = new Community(CommunityId.random(), "Lyon", 5);
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");

    @TempDir
    Path folder;

    private TestHome home;
    private DerbyPlatformDatabase database;
    private DerbyJobStore store;

    @BeforeEach
    void open() {
        home = TestHome.in(folder);
        database = new DerbyPlatformDatabase(home);
        store = new DerbyJobStore(database);
        DerbyPlatformStore platform = new DerbyPlatformStore(database);
        if (platform.accounts().isEmpty()) {
            platform.addAccount(ADA, "hash");
            platform.addCommunity(LYON);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static JobInfo job(String subject, Instant submitted) {
        return JobInfo.waiting(
                JobId.random(),
                LYON.id(),
                ADA.id(),
                new JobSpec("import", subject, Map.of("plan", "{\"é\":\"x\"}".repeat(5_000))),
                submitted);
    }

    @Test
    void keepsJobsAsTheyAreOverARestart() {
        JobInfo waiting = job("b.csv", NOW.plusSeconds(1));
        JobInfo failed = job("a.csv", NOW)
                .running(NOW.plusSeconds(2))
                .ended(
                        Phase.FAILED,
                        NOW.plusSeconds(3),
                        Optional.of(new JobFailure(Message.of("fr.sillage.core", "plan.name.taken", "n", 3), 12)),
                        "");
        store.put(waiting);
        store.put(failed.running(NOW));
        store.put(failed);
        assertEquals(List.of(failed, waiting), store.all());

        close();
        open();
        assertEquals(List.of(failed, waiting), store.all());

        store.remove(failed.id());
        store.remove(failed.id());
        assertEquals(List.of(waiting), store.all());
    }

    @Test
    void keepsSettings() {
        DerbySettingStore settings = new DerbySettingStore(database);
        assertEquals(OptionalLong.empty(), settings.get("JOBS"));
        settings.put("JOBS", 3);
        settings.put("JOBS", 4);
        close();
        open();
        assertEquals(OptionalLong.of(4), new DerbySettingStore(database).get("JOBS"));
    }
}
