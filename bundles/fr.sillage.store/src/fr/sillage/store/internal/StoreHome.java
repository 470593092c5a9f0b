package fr.sillage.store.internal;

import fr.sillage.store.database.internal.DerbyEngine;
import fr.sillage.store.database.internal.PrivateFiles;
import fr.sillage.store.keys.internal.MasterSecret;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;

/**
 * The data folder of a running platform. It lies where the system property {@value #FOLDER} says, or in {@code data};
 * its secret is the text in the file that {@value #SECRET_FILE} names, or in the environment variable
 * {@value #SECRET_VARIABLE}, or else one made at the first start.
 */
@Component
@Provides(specifications = DataHome.class)
@Instantiate
public class StoreHome implements DataHome {
    static final String FOLDER = "sillage.data";
    static final String SECRET_FILE = "sillage.secretFile";
    public static final String SECRET_VARIABLE = "SILLAGE_SECRET";

    private final Path folder;
    private final MasterSecret secret;

    public StoreHome() {
        folder = Path.of(System.getProperty(FOLDER, "data")).toAbsolutePath().normalize();
        PrivateFiles.createFolder(folder);
        DerbyEngine.keepIn(folder);
        secret = MasterSecret.find(
                Optional.ofNullable(System.getProperty(SECRET_FILE)).map(Path::of),
                Optional.ofNullable(System.getenv(SECRET_VARIABLE)),
                folder);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public MasterSecret secret() {
        return secret;
    }
}
