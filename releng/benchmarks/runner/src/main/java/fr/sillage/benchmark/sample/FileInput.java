package fr.sillage.benchmark.sample;

import fr.sillage.api.source.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A sample file as something to import. */
public record FileInput(Path path) implements SourceInput {
    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(path.toFile().length());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
