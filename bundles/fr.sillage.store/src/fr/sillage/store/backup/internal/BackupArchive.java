package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.core.json.Json;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.keys.internal.KeyRing;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The file of a backup, opened with its passphrase. */
final class BackupArchive implements AutoCloseable {
    /** Bytes of the largest manifest, which stands in memory. */
    private static final int MOST_MANIFEST = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;
    private final KeyRing keys;

    private BackupArchive(Path file, ZipFile zip, Passphrase passphrase) throws IOException, BackupException {
        this.file = file;
        this.zip = zip;
        int number = number();
        byte[] text = read(BackupFormat.MANIFEST);
        manifest = manifest(number, text);
        byte[] with = BackupFormat.authenticated(number, text);
        keys = KeyRing.unwrap(manifest.key().of(passphrase), read(BackupFormat.KEYS), with)
                .orElseThrow(() -> new BackupException(Reason.PASSPHRASE));
    }

    /** Nothing that the manifest says is believed but after the passphrase. */
    static BackupArchive open(Path file, Passphrase passphrase) throws BackupException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupException(Reason.NO_BACKUP, file.toString());
        } catch (IOException e) {
            throw new BackupException(Reason.READ, file.toString());
        }
        try {
            return new BackupArchive(file, zip, passphrase);
        } catch (IOException e) {
            close(zip);
            throw new BackupException(Reason.NO_BACKUP, file.toString());
        } catch (BackupException | RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    KeyRing keys() {
        return keys;
    }

    private int number() throws IOException, BackupException {
        String text = new String(read(BackupFormat.FORMAT), StandardCharsets.US_ASCII);
        if (!text.matches("[0-9]{1,6}")) {
            throw new BackupException(Reason.NO_BACKUP, file.toString());
        }
        if (Integer.parseInt(text) > BackupFormat.LATEST) {
            throw new BackupException(Reason.NEWER, text);
        }
        return Integer.parseInt(text);
    }

    private byte[] read(String name) throws IOException, BackupException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException(Reason.NO_BACKUP, file.toString());
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(MOST_MANIFEST);
        }
    }

    private static Manifest manifest(int number, byte[] text) throws BackupException {
        String json = new String(text, StandardCharsets.UTF_8);
        try {
            return number == BackupFormat.PLATFORM
                    ? Json.read(json, PlatformManifest.class)
                    : Json.read(json, SiloManifest.class);
        } catch (IllegalArgumentException e) {
            throw new BackupException(Reason.DAMAGED, BackupFormat.MANIFEST);
        }
    }

    /**
     * Writes the database's files and compares them with the manifest.
     *
     * @param database a folder that is there and empty
     */
    void extract(Path database, JobControl job) throws BackupException {
        long total = Math.max(1, manifest.bytes());
        long done = 0;
        for (Manifest.Part part : manifest.files()) {
            extract(part, database.resolve(part.name()), job);
            done += part.bytes();
            job.progress(Math.min(1, (double) done / total));
        }
    }

    private void extract(Manifest.Part part, Path target, JobControl job) throws BackupException {
        ZipEntry entry = zip.getEntry(BackupFormat.FILES + part.name());
        if (entry == null) {
            throw new BackupException(Reason.DAMAGED, part.name());
        }
        MessageDigest digest = BackupFormat.sha256();
        try {
            try (OutputStream out = Disk.create(target)) {
                copy(part, entry, out, digest, job);
            }
            PrivateFiles.force(target);
        } catch (DiskException e) {
            throw new BackupException(
                    PrivateFiles.isFull(target.getParent()) ? Reason.NO_SPACE : Reason.WRITE, target.toString());
        } catch (IOException e) {
            throw new BackupException(Reason.DAMAGED, part.name());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new BackupException(Reason.DAMAGED, part.name());
        }
    }

    private void copy(Manifest.Part part, ZipEntry entry, OutputStream out, MessageDigest digest, JobControl job)
            throws IOException, BackupException {
        byte[] buffer = new byte[BackupFormat.BUFFER];
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                job.check();
                bytes += read;
                if (bytes > part.bytes()) {
                    throw new BackupException(Reason.DAMAGED, part.name());
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
    }

    /** Tells a disk that does not take what is written from a backup that cannot be read. */
    private static final class Disk extends FilterOutputStream {
        private Disk(OutputStream out) {
            super(out);
        }

        static Disk create(Path file) throws DiskException {
            try {
                PrivateFiles.createFolder(file.getParent());
                return new Disk(PrivateFiles.create(file));
            } catch (IOException | UncheckedIOException e) {
                throw new DiskException(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new DiskException(e);
            }
        }
    }

    private static final class DiskException extends IOException {
        private static final long serialVersionUID = 1L;

        private DiskException(Exception cause) {
            super(cause);
        }
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
