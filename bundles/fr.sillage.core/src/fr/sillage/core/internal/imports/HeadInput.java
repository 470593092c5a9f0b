package fr.sillage.core.internal.imports;

import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.SourceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** The first bytes of a file, read once for all sources that look at them. */
record HeadInput(String name, byte[] bytes) implements SourceInput {
    static HeadInput of(SourceInput file) throws IOException {
        try (InputStream in = file.open()) {
            return new HeadInput(file.name(), in.readNBytes(DataSource.HEAD_BYTES));
        }
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
