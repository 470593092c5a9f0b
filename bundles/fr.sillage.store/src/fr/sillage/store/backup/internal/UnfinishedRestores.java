package fr.sillage.store.backup.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.internal.DataHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process left behind that was killed while it restored or backed up. A silo is made in a folder beside; once it
 * has its place, it holds a mark until its community is in the platform database.
 */
final class UnfinishedRestores {
    /** How the folder of a silo ends that is being made. */
    static final String MAKING = ".restoring";

    /** The platform database that is being made, in the data folder. */
    static final String PLATFORM_MAKING = "platform" + MAKING;

    /** A copy of the platform database, in the data folder. */
    static final String PLATFORM_COPY = "platform" + CopiedSilo.COPY;

    private static final String MARK = "restored";
    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRestores.class);

    private UnfinishedRestores() {}

    static void mark(Path silo) throws IOException {
        PrivateFiles.write(silo.resolve(MARK), new byte[0]);
    }

    static void done(Path silo) throws IOException {
        Files.deleteIfExists(silo.resolve(MARK));
    }

    /** Deletes what no community will ever have; harmless where there is nothing. */
    static void clear(DataHome home, PlatformStore platform) {
        SiloRestorer.discard(home.folder().resolve(PLATFORM_MAKING));
        SiloRestorer.discard(home.folder().resolve(PLATFORM_COPY));
        Path silos = home.silos();
        if (!Files.isDirectory(silos)) {
            return;
        }
        try (Stream<Path> listed = Files.list(silos)) {
            List<Path> folders = listed.toList();
            for (Path folder : folders) {
                clear(folder, folder.getFileName().toString(), platform);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error("what is left of a restoration cannot be deleted", e);
        }
    }

    private static void clear(Path folder, String name, PlatformStore platform) throws IOException {
        if (name.endsWith(MAKING) || name.endsWith(CopiedSilo.COPY)) {
            PrivateFiles.deleteFolder(folder);
        } else if (Files.exists(folder.resolve(MARK))) {
            if (platform.community(new CommunityId(UUID.fromString(name))).isPresent()) {
                done(folder);
            } else {
                PrivateFiles.deleteFolder(folder);
            }
        }
    }
}
