package fr.sillage.core.fakes;

import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Files in memory; what is not kept is gone when it is closed. */
public final class MemorySpool implements Spool {
    private final Map<String, SpooledFile> kept = new HashMap<>();
    private int open;

    @Override
    public SpooledFile receive(String name, InputStream in, long maximum) throws IOException {
        byte[] content = in.readAllBytes();
        open++;
        return new MemoryFile(name, content, UUID.randomUUID().toString());
    }

    @Override
    public Optional<SpooledFile> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    /** How many files there are. */
    public int files() {
        return open;
    }

    private final class MemoryFile implements SpooledFile {
        private final String name;
        private final byte[] content;
        private final String id;
        private boolean closed;

        MemoryFile(String name, byte[] content, String id) {
            this.name = name;
            this.content = content;
            this.id = id;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(content.length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public String keep() {
            kept.put(id, this);
            return id;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
                kept.remove(id);
            }
        }
    }
}
