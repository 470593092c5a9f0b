package fr.sillage.store.backup.internal;

import fr.sillage.api.JobControl;
import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Passphrase;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.keys.internal.KeyRing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a database that rests to the file of a backup. */
final class BackupWriter {
    /** Of the database's folder; locks, scratch and what Derby notes of its backups, with the places they went to. */
    private static final Set<String> NOT_TAKEN = Set.of("tmp", "db.lck", "dbex.lck", "BACKUP.HISTORY");

    private final Path database;
    private final JobControl job;
    private final long total;
    private long done;

    /** @param database its folder; nothing in it changes meanwhile */
    BackupWriter(Path database, JobControl job) throws IOException {
        this.database = database;
        this.job = job;
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        total = Math.max(1, bytes);
    }

    /**
     * Whole or not at all.
     *
     * @param about the manifest but for its files
     * @return bytes of the file
     */
    long write(Path file, Manifest about, KeyRing keys, Passphrase passphrase) throws BackupException {
        if (Files.exists(file)) {
            throw new BackupException(Reason.FILE_EXISTS, file.toString());
        }
        Path half = BackupFormat.half(file);
        try {
            Files.deleteIfExists(half);
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(PrivateFiles.create(half), BackupFormat.BUFFER))) {
                fill(zip, about, keys, passphrase);
            }
            PrivateFiles.force(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        } catch (IOException e) {
            throw new BackupException(
                    PrivateFiles.isFull(file.getParent()) ? Reason.NO_SPACE : Reason.WRITE, file.toString());
        } finally {
            discard(half);
        }
    }

    private static void discard(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // the next backup to the same file deletes it
        }
    }

    private void fill(ZipOutputStream zip, Manifest about, KeyRing keys, Passphrase passphrase) throws IOException {
        entry(zip, BackupFormat.FORMAT, String.valueOf(about.number()).getBytes(StandardCharsets.US_ASCII));
        List<Manifest.Part> parts = new ArrayList<>();
        for (Path file : files()) {
            parts.add(part(zip, file));
        }
        byte[] manifest = about.with(parts).text().getBytes(StandardCharsets.UTF_8);
        entry(zip, BackupFormat.MANIFEST, manifest);
        entry(
                zip,
                BackupFormat.KEYS,
                keys.wrap(about.key().of(passphrase), BackupFormat.authenticated(about.number(), manifest)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(database)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !NOT_TAKEN.contains(
                            database.relativize(file).getName(0).toString()))
                    .filter(file -> !file.getFileName().toString().startsWith("README"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Manifest.Part part(ZipOutputStream zip, Path file) throws IOException {
        String name = database.relativize(file).toString().replace('\\', '/');
        // what is encrypted does not get shorter; the log is mostly room for what is to come
        zip.setLevel(name.startsWith("log") ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(BackupFormat.FILES + name));
        MessageDigest digest = BackupFormat.sha256();
        long bytes = 0;
        byte[] buffer = new byte[BackupFormat.BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                job.check();
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
                bytes += read;
                done += read;
                job.progress(Math.min(1, (double) done / total));
            }
        }
        zip.closeEntry();
        return new Manifest.Part(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
