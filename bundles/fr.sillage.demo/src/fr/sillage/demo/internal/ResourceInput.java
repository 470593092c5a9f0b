package fr.sillage.demo.internal;

import fr.sillage.api.source.SourceInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;

/** A file of this bundle's data folder, to be read like one that somebody sends. */
record ResourceInput(String name) implements SourceInput {
    ResourceInput {
        Objects.requireNonNull(name);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = ResourceInput.class.getResourceAsStream("/data/" + name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}
