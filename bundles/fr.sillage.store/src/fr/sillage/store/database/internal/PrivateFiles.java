package fr.sillage.store.database.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files and folders that only the platform's own user may read, from their creation on. */
public final class PrivateFiles {
    /** Bytes: with less than that a database has no room for the next file of its log. */
    private static final long SCARCE = 16L << 20;

    private PrivateFiles() {}

    /** Whether a file can be made in a folder; what the system says of rights is not all that can hinder it. */
    public static boolean isWritable(Path folder) {
        Path probe = folder.resolve(".probe-" + UUID.randomUUID());
        try {
            Files.createFile(probe);
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes a folder and those above it where they are missing. */
    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder, only(folder, "rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be made", e);
        }
    }

    /** Opens a new file for writing. */
    public static OutputStream create(Path file) throws IOException {
        Files.createFile(file, only(file, "rw-------"));
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    /** Writes a file whole or not at all, and onto the disk. */
    public static void write(Path file, byte[] content) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.createFile(half, only(half, "rw-------"));
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Has a file written onto the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Whether what failed in a folder may have failed for want of room. */
    public static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < SCARCE;
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes a folder and all in it; harmless where there is none. */
    public static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) { // on Windows
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
