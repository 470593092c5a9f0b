package fr.sillage.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says when it cannot start: one line, and an exit code. */
@ExtendWith(Stage.class)
class CommandTest {
    private record Outcome(int code, List<String> said) {}

    @ParameterizedTest
    @CsvSource({
        "2, run --port 99999, 'sillage: \"99999\" is not a port (1 to 65535)'",
        "2, run --port, 'sillage: the option --port needs a value'",
        "2, run --sideways, 'sillage: unknown option: --sideways'",
        "1, run --data /proc/sillage, 'sillage: the data folder /proc/sillage cannot be written'",
        "1, run --secret-file /proc/nothing, 'sillage: the secret file /proc/nothing cannot be read'"
    })
    void aWrongCallIsAnsweredInOneLine(int code, String arguments, String line) throws Exception {
        assertEquals(new Outcome(code, List.of(line)), run(arguments.split(" ")));
    }

    @Test
    void aBusyPortIsNamed(Platform platform, @TempDir Path folder) throws Exception {
        String port = String.valueOf(URI.create(platform.url()).getPort());
        assertEquals(
                new Outcome(1, List.of("sillage: the port " + port + " is busy: choose another one with --port")),
                run("run", "--port", port, "--data", folder.toString()));
    }

    @Test
    void oneDataFolderIsForOneProcess(Platform platform) throws Exception {
        assertEquals(
                new Outcome(1, List.of("sillage: Sillage is running on the folder " + platform.data() + " already")),
                run("run", "--data", platform.data().toString()));
    }

    @Test
    void withoutMavenNothingIsBuiltAndTheLineSaysSo(@TempDir Path folder) throws Exception {
        for (String tool : List.of("bash", "dirname", "readlink", "sed", "head", "find", "cat", "env")) {
            Files.createSymbolicLink(folder.resolve(tool), Path.of("/usr/bin", tool));
        }
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.createSymbolicLink(checkout.resolve("releng"), Platform.root().resolve("releng"));
        Files.copy(Platform.root().resolve("sillage"), checkout.resolve("sillage"));
        checkout.resolve("sillage").toFile().setExecutable(true);
        ProcessBuilder build = command(checkout, "build");
        build.environment().put("PATH", folder.toString());
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Outcome outcome = outcome(build);
        assertEquals(1, outcome.code());
        assertTrue(outcome.said().getFirst().startsWith("sillage: no Maven"), outcome.toString());
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        return outcome(command(Platform.root(), arguments));
    }

    private static ProcessBuilder command(Path checkout, String... arguments) {
        List<String> words = new ArrayList<>(List.of(checkout.resolve("sillage").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words).redirectErrorStream(true);
        command.environment().put("LC_ALL", "en_GB.UTF-8");
        return command;
    }

    private static Outcome outcome(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(
                process.exitValue(),
                said.lines().filter(line -> !line.contains("setlocale")).toList());
    }
}
