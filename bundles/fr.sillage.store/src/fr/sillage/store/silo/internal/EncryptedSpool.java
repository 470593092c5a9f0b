package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.store.database.internal.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;

/** A folder of encrypted files, each under a key of its own; only bytes that passed the cipher reach the disk. */
final class EncryptedSpool implements Spool {
    private final Path folder;
    private final byte[] key;

    EncryptedSpool(Path folder, byte[] key) {
        this.folder = folder;
        this.key = key;
    }

    @Override
    public SpooledFile receive(String name, InputStream in, long maximum) throws IOException {
        PrivateFiles.createFolder(folder);
        Path file = folder.resolve(UUID.randomUUID().toString());
        SegmentCipher cipher = SegmentCipher.random(key);
        try {
            long size;
            try (OutputStream out = PrivateFiles.create(file)) {
                size = cipher.encrypt(in, out, maximum);
            }
            return new EncryptedFile(name, file, size, cipher);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void clear() throws IOException {
        PrivateFiles.deleteFolder(folder);
    }

    private record EncryptedFile(String name, Path file, long bytes, SegmentCipher cipher) implements SpooledFile {
        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes);
        }

        @Override
        public InputStream open() throws IOException {
            return cipher.decrypt(file);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("a spooled file cannot be deleted", e);
            }
        }

        @Override
        public String toString() {
            return "spooled file of " + bytes + " bytes";
        }
    }
}
