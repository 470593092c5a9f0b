package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Large files in little memory, by {@code ./sillage benchmark memory}, which counts what it generated and fails where the
 * silo says otherwise. Here with all of its million persons in 256 MB and fewer rows than the 20 million that it takes
 * by itself: rows pass, it is the persons that fill the memory.
 */
class LargeImportTest {
    private static final int PATIENCE_MINUTES = 10;

    @Test
    void aMillionPersonsAreImportedAndCrossedInAHeapOf256Megabytes(@TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Process benchmark = new ProcessBuilder(
                        Platform.root().resolve("sillage").toString(),
                        "benchmark",
                        "memory",
                        "--rows",
                        "4000000",
                        "--distinct",
                        "1000000")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(benchmark.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "still at work");
            String text = Files.readString(said);
            assertEquals(0, benchmark.exitValue(), text);
            assertTrue(text.contains("256 MB: crossed by rows and persons"), text);
        } finally {
            benchmark.descendants().forEach(ProcessHandle::destroyForcibly);
            benchmark.destroyForcibly();
        }
    }
}
