package fr.sillage.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody who makes extensions outside the checkout: with the command's folder and plain Maven. */
final class Partner {
    private static final long PATIENCE_MINUTES = 5;

    private final Path place;

    /** @param place an empty folder of theirs */
    Partner(Path place) {
        this.place = place;
    }

    /** The folder that the command makes. */
    Path begin(String kind, String name) throws IOException, InterruptedException {
        run(place, Platform.root().resolve("sillage").toString(), "new", kind, name);
        return place.resolve(name);
    }

    /** The jar that Maven makes of it, its tests passed unless told otherwise. */
    Path build(Path folder, String... options) throws IOException, InterruptedException {
        String maven =
                "set -eu; here=%s; . \"$here/releng/scripts/lib.sh\"; find_java; find_maven; \"$mvn\" -B -ntp -q verify %s"
                        .formatted(Platform.root(), String.join(" ", options));
        run(folder, "bash", "-c", maven);
        return folder.resolve("target").resolve(folder.getFileName() + "-1.0.0.jar");
    }

    /** Puts a jar into the folder as a copy does that others may not see half done. */
    static void drop(Path jar, Path extensions) throws IOException {
        Path part = extensions.resolve(jar.getFileName() + ".part");
        Files.copy(jar, part);
        Files.move(part, extensions.resolve(jar.getFileName()));
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("sillage-partner", ".log");
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + ":\n" + said);
        }
    }
}
