package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.BackupException;
import fr.sillage.core.backup.BackupException.Reason;
import fr.sillage.core.backup.Restoration;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.store.database.internal.EncryptedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The community that a silo is restored for.
 *
 * @param folder of its silo
 * @param isNew whether the platform does not have it yet
 * @param replaces whether a silo is there that gives its place up
 */
record Destination(Community community, Path folder, boolean isNew, boolean replaces) {
    /**
     * The community that was backed up where the platform has it; else a new one, under the same id if that is free.
     *
     * @param silos folder of the silos
     * @param running whether a platform runs on them
     */
    static Destination of(
            SiloManifest manifest, Restoration restoration, PlatformStore platform, Path silos, boolean running)
            throws BackupException {
        String name = SiloBackups.accepted(restoration.name().orElse(manifest.name()));
        CommunityId id = new CommunityId(UUID.fromString(manifest.community()));
        Optional<Community> same = platform.community(id)
                .filter(c -> restoration.name().isEmpty() || c.name().equals(name));
        if (same.isPresent()) {
            return present(same.get(), folder(silos, id), restoration.replace(), running);
        }
        if (platform.communities().stream().anyMatch(c -> c.name().equals(name))) {
            throw new BackupException(Reason.NAME_TAKEN, name);
        }
        boolean free = platform.community(id).isEmpty() && !Files.exists(folder(silos, id));
        CommunityId own = free ? id : CommunityId.random();
        return new Destination(new Community(own, name, manifest.threshold()), folder(silos, own), true, false);
    }

    private static Destination present(Community community, Path folder, boolean replace, boolean running)
            throws BackupException {
        boolean there = EncryptedDatabase.exists(folder);
        if (there && !replace) {
            throw new BackupException(Reason.SILO_EXISTS, community.name());
        }
        // without keys it is no silo, but who knows what it is: it is kept as well
        boolean replaces = Files.exists(folder);
        if (replaces && running) {
            throw new BackupException(Reason.RUNNING);
        }
        return new Destination(community, folder, false, replaces);
    }

    private static Path folder(Path silos, CommunityId id) {
        return silos.resolve(id.value().toString());
    }
}
