package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten rounds; {@code ./sillage benchmark crash} does more of them. */
class CrashTest {
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    @TempDir
    Path beside;

    @Test
    void whateverIsKilledSilosHoldWhatWasCommitted() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("crash rounds: seed " + seed);
        try {
            CrashRounds.Seen seen = new CrashRounds(
                            folder,
                            seed,
                            (main, arguments) -> ChildJvm.start(
                                    CrashChild.class, beside, List.of(), arguments.toArray(String[]::new)))
                    .run(ROUNDS);
            assertEquals(ROUNDS, seen.rounds());
            assertTrue(seen.acknowledged() > 0);
        } catch (IllegalStateException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + output(), e);
        }
    }

    private String output() throws Exception {
        return Files.readString(beside.resolve("output"));
    }
}
