package fr.sillage.core.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
