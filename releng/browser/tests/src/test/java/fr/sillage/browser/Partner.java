package fr.sillage.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who makes extensions outside the checkout: with the command's folder and plain Maven. */
final class Partner {
    private static final long PATIENCE_MINUTES = 5;

    private final Path place;

    /** @param place an empty folder of theirs */
    Partner(Path place) {
        this.place = place;
    }

    /** The folder that the command makes. */
    Path begin(String kind, String name, String... options) throws IOException, InterruptedException {
        sillage(Stream.concat(Stream.of("new", kind, name), Stream.of(options)).toArray(String[]::new));
        return place.resolve(name);
    }

    /** Runs the command in the place, in English; returns what it said. */
    String sillage(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Platform.root().resolve("sillage").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Builds several of the folders, their tests included, in one run of Maven. */
    void buildAll(String... names) throws IOException, InterruptedException {
        String modules = Stream.of(names).map("<module>%s</module>"::formatted).collect(Collectors.joining());
        Files.writeString(place.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(modules));
        run(List.of(
                "bash",
                "-c",
                "set -eu; here=%s; . \"$here/releng/scripts/lib.sh\"; find_java; find_maven; \"$mvn\" -B -ntp -q verify"
                        .formatted(Platform.root())));
    }

    /** What Maven made of a folder. */
    Path jar(String name) {
        return place.resolve(name).resolve("target").resolve(name + "-1.0.0.jar");
    }

    /** Puts a jar into the folder as a copy does that others may not see half done. */
    static void drop(Path jar, Path extensions) throws IOException {
        Path part = extensions.resolve(jar.getFileName() + ".part");
        Files.copy(jar, part);
        Files.move(part, extensions.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("sillage-partner", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "en_GB.UTF-8");
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + ":\n" + said);
        }
        return said;
    }
}
