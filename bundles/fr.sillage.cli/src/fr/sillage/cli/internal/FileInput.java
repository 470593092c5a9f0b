package fr.sillage.cli.internal;

import fr.sillage.api.source.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

/** A file of the person who calls. */
record FileInput(Path path) implements SourceInput {
    FileInput {
        Objects.requireNonNull(path);
    }

    /** @throws WrongCallException where there is no such file, or it may not be read */
    static FileInput of(String name) throws WrongCallException {
        try {
            Path path = Path.of(name);
            if (!Files.exists(path) || Files.isDirectory(path)) {
                throw new WrongCallException("file.missing", name);
            }
            if (!Files.isReadable(path)) {
                throw new WrongCallException("file.forbidden", name);
            }
            return new FileInput(path);
        } catch (InvalidPathException e) {
            throw new WrongCallException("file.missing", name);
        }
    }

    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public OptionalLong size() {
        try {
            return OptionalLong.of(Files.size(path));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
