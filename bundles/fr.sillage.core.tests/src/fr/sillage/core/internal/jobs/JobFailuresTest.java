package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.core.silo.ReadingEndedException;
import org.junit.jupiter.api.Test;

class JobFailuresTest {
    @Test
    void memoryThatRanOutIsNeitherAMysteryNorAnExtensionsFault() {
        assertEquals(
                "job.memory",
                JobFailures.of(new OutOfMemoryError("Java heap space"))
                        .reason()
                        .key()
                        .key());
    }

    @Test
    void whoWasEndedBecauseTheRowsAreGoneIsToldSo() {
        assertEquals(
                "job.reading.ended",
                JobFailures.of(new IllegalStateException("a scan failed", new ReadingEndedException()))
                        .reason()
                        .key()
                        .key());
    }
}
