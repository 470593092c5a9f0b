package fr.sillage.store.check.internal;

import fr.sillage.core.check.CheckException;
import fr.sillage.core.check.Checked;
import fr.sillage.core.check.FolderCheck;
import fr.sillage.core.check.Problem;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.internal.DataHome;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.keys.internal.MasterSecret;
import fr.sillage.store.platform.internal.PlatformCheck;
import fr.sillage.store.silo.internal.SiloCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;

/** The platform database and the silos of a data folder, checked one after the other. */
@Component
@Provides(specifications = FolderCheck.class)
@Instantiate
public class DataFolderCheck implements FolderCheck {
    private static final String ID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    public DataFolderCheck() {}

    @Override
    public void check(Path folder, Optional<Path> secret, Consumer<Checked> told) throws CheckException {
        Path platform = DataHome.platform(folder);
        if (!EncryptedDatabase.exists(platform)) {
            throw new CheckException(CheckException.Reason.NO_FOLDER);
        }
        MasterSecret master = secret(folder, secret);
        PlatformCheck checked = PlatformCheck.of(platform, master);
        told.accept(checked.checked());
        Path silos = DataHome.silos(folder);
        TreeSet<UUID> present = new TreeSet<>(present(silos));
        checked.communities()
                .ifPresent(communities -> communities.stream()
                        .map(CommunityId::value)
                        .filter(id -> !present.contains(id))
                        .forEach(id -> told.accept(lost(id, Problem.Kind.NO_SILO))));
        for (UUID id : present) {
            if (checked.communities()
                    .filter(communities -> !communities.contains(new CommunityId(id)))
                    .isPresent()) {
                told.accept(lost(id, Problem.Kind.NO_COMMUNITY));
            } else {
                told.accept(SiloCheck.of(silos.resolve(id.toString()), new CommunityId(id), master));
            }
        }
    }

    private static Checked lost(UUID silo, Problem.Kind kind) {
        return new Checked(silo.toString(), false, 0, 0, List.of(new Problem(kind, silo.toString())));
    }

    private static MasterSecret secret(Path folder, Optional<Path> file) throws CheckException {
        try {
            return MasterSecret.existing(file, Optional.ofNullable(System.getenv(StoreHome.SECRET_VARIABLE)), folder);
        } catch (StoreException e) {
            throw new CheckException(CheckException.Reason.NO_SECRET);
        }
    }

    private static List<UUID> present(Path silos) {
        if (!Files.isDirectory(silos)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(silos)) {
            return folders.filter(EncryptedDatabase::exists)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches(ID))
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
