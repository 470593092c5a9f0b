package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.NoSpaceException;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.Spool;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.core.time.Retention;
import fr.sillage.store.database.internal.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of encrypted files, each under a key of its own; only bytes that passed the cipher reach the disk. The key
 * of a file lives in memory alone until the file is kept: then a small file beside it, encrypted as well, holds what
 * the key is made of, and the file's name.
 */
final class EncryptedSpool implements Spool {
    /** How long a kept file lies there without being read. */
    static final Duration RETENTION = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(EncryptedSpool.class);
    /** Clocks are put right by so much without being wrong. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String KEPT = ".kept";
    /** Bytes: with less than that a write that failed has failed for want of space. */
    private static final long SCARCE = 1L << 20;

    private static final int MOST_NAME = 100_000;

    private final Path folder;
    private final byte[] key;

    EncryptedSpool(Path folder, byte[] key) {
        this.folder = folder;
        this.key = key;
    }

    @Override
    public SpooledFile receive(String name, InputStream in, long maximum) throws IOException {
        begun();
        Path file = folder.resolve(UUID.randomUUID().toString());
        byte[] salt = SegmentCipher.salt();
        try {
            long size;
            try (OutputStream out = PrivateFiles.create(file)) {
                size = SegmentCipher.of(key, salt).encrypt(in, out, maximum);
            }
            return new EncryptedFile(name, file, size, salt);
        } catch (IOException e) {
            boolean full = Files.getFileStore(folder).getUsableSpace() < SCARCE;
            Files.deleteIfExists(file);
            throw full ? new NoSpaceException(e) : PrivateFiles.isWritable(folder) ? e : new NotWritableException(e);
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void begun() throws NotWritableException {
        try {
            PrivateFiles.createFolder(folder);
        } catch (RuntimeException e) {
            throw new NotWritableException(new IOException(e));
        }
    }

    @Override
    public Optional<SpooledFile> find(String id) throws IOException {
        Path file = folder.resolve(UUID.fromString(id).toString());
        Path kept = kept(file);
        if (!Files.exists(kept) || !Files.exists(file)) {
            return Optional.empty();
        }
        byte[] salt;
        try (InputStream in = Files.newInputStream(kept)) {
            salt = in.readNBytes(SegmentCipher.SALT);
        }
        try (InputStream plain = SegmentCipher.of(key, salt).decrypt(kept, SegmentCipher.SALT)) {
            ByteBuffer facts = ByteBuffer.wrap(plain.readAllBytes());
            byte[] fileSalt = new byte[SegmentCipher.SALT];
            facts.get(fileSalt);
            long size = facts.getLong();
            String name = StandardCharsets.UTF_8.decode(facts).toString();
            return Optional.of(new EncryptedFile(name, file, size, fileSalt));
        }
    }

    private static Path kept(Path file) {
        return file.resolveSibling(file.getFileName() + KEPT);
    }

    /** At the start of the platform: deletes what nobody kept. */
    static void begin(Path folder) {
        each(folder, file -> !file.getFileName().toString().endsWith(KEPT) && !Files.exists(kept(file)));
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.info("a spool keeps files for jobs that can be started again");
        } catch (IOException e) {
            LOG.error("an empty spool cannot be deleted", e);
        }
    }

    /** Deletes what was kept for too long. */
    static void expire(Path folder, Retention retention) {
        Optional<Instant> old = retention.before(RETENTION);
        if (old.isPresent()) {
            each(
                    folder,
                    file -> Files.exists(kept(file))
                            && used(file, retention.now()).isBefore(old.get()));
        }
        each(folder, file -> file.getFileName().toString().endsWith(KEPT) && !Files.exists(data(file)));
    }

    /** When a file was last used; what is said to be of the future, by a clock that was wrong, is of now. */
    private static Instant used(Path file, Instant now) throws IOException {
        Instant used = Files.getLastModifiedTime(file).toInstant();
        if (used.isAfter(now.plus(TOLERANCE))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
            return now;
        }
        return used;
    }

    private static Path data(Path kept) {
        String name = kept.getFileName().toString();
        return kept.resolveSibling(name.substring(0, name.length() - KEPT.length()));
    }

    /** What is to be deleted. */
    private interface Doomed {
        boolean test(Path file) throws IOException;
    }

    private static void each(Path folder, Doomed doomed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> files = listed.toList();
            for (Path file : files) {
                if (doomed.test(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error("a spool cannot be emptied", e);
        }
    }

    private final class EncryptedFile implements SpooledFile {
        private final String name;
        private final Path file;
        private final long bytes;
        private final byte[] salt;

        EncryptedFile(String name, Path file, long bytes, byte[] salt) {
            this.name = name;
            this.file = file;
            this.bytes = bytes;
            this.salt = salt;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes);
        }

        @Override
        public InputStream open() throws IOException {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return SegmentCipher.of(key, salt).decrypt(file, 0);
        }

        @Override
        public String keep() throws IOException {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            byte[] facts = ByteBuffer.allocate(SegmentCipher.SALT + Long.BYTES + text.length)
                    .put(salt)
                    .putLong(bytes)
                    .put(text)
                    .array();
            byte[] own = SegmentCipher.salt();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(own);
            SegmentCipher.of(key, own).encrypt(new ByteArrayInputStream(facts), out, MOST_NAME);
            PrivateFiles.write(kept(file), out.toByteArray());
            return file.getFileName().toString();
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(kept(file));
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
