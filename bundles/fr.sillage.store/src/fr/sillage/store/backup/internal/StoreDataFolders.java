package fr.sillage.store.backup.internal;

import fr.sillage.core.backup.Backups;
import fr.sillage.core.backup.DataFolders;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;

/** Data folders from outside the platform. */
@Component
@Provides(specifications = DataFolders.class)
@Instantiate
public class StoreDataFolders implements DataFolders {
    /** Where a platform listens in its data folder; {@code run} names it at the start. */
    static final String CHANNEL = ".platform/channel";

    public StoreDataFolders() {}

    @Override
    public Backups stopped(Path folder, Optional<Path> secret) {
        return new StoppedBackups(folder, secret);
    }

    @Override
    public Backups running(Path folder) {
        return new RunningBackups(folder.resolve(CHANNEL));
    }
}
