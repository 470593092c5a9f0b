package fr.sillage.core.internal.installation;

import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.PlatformStore;
import fr.sillage.core.community.UserId;
import fr.sillage.core.extension.ExtensionFault;
import fr.sillage.core.extension.InstalledExtension;
import fr.sillage.core.extension.InstalledExtensions;
import fr.sillage.core.extension.RefusedFile;
import fr.sillage.core.extension.RefusedFileException;
import fr.sillage.core.internal.extension.ContributionRegistry;
import fr.sillage.core.internal.listeners.Listeners;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the extensions folder every second. It lies where the system property {@value #FOLDER} says, or in
 * {@code extensions} in the data folder.
 */
@Component
@Provides(specifications = InstalledExtensions.class)
@Instantiate
public class WatchedExtensions implements InstalledExtensions {
    static final String FOLDER = "sillage.extensions";

    private static final Logger LOG = LoggerFactory.getLogger(WatchedExtensions.class);
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,150}\\.jar");
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final ContributionRegistry registry;
    private final PlatformStore platform;
    private final Path path;
    private final ExtensionFolder folder;
    private final Listeners<Runnable> listeners = new Listeners<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sillage-extensions-folder").daemon(true).factory());

    public WatchedExtensions(@Requires ContributionRegistry registry, @Requires PlatformStore platform) {
        this.registry = registry;
        this.platform = platform;
        this.path = Path.of(System.getProperty(
                        FOLDER,
                        Path.of(System.getProperty("sillage.data", "data"), "extensions")
                                .toString()))
                .toAbsolutePath()
                .normalize();
        this.folder = new ExtensionFolder(
                path, FrameworkUtil.getBundle(WatchedExtensions.class).getBundleContext());
    }

    /** What lies there already is installed when this returns: the command line asks at once. */
    @Validate
    public void start() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            LOG.warn("the extensions folder {} cannot be made", path);
        }
        look(false);
        looks.scheduleWithFixedDelay(() -> look(true), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Invalidate
    public void stop() {
        looks.shutdownNow();
    }

    private void look(boolean patient) {
        boolean changed = false;
        try {
            synchronized (folder) {
                changed = folder.look(patient);
            }
        } catch (IOException | RuntimeException e) { // the next look may succeed
            LOG.warn("the extensions folder cannot be read: {}", e.getClass().getName());
        }
        if (changed) {
            listeners.tell(Runnable::run);
        }
    }

    @Override
    public List<InstalledExtension> all() {
        return registry.installed();
    }

    @Override
    public Runnable watch(Runnable changed) {
        Runnable own = listeners.add(changed);
        Runnable unwatch = registry.watch(changed);
        return () -> {
            own.run();
            unwatch.run();
        };
    }

    @Override
    public Administration administer(UserId administrator) {
        if (!platform.account(administrator).map(Account::administrator).orElse(false)) {
            throw new AccessDeniedException("not a platform administrator");
        }
        return new FolderAdministration();
    }

    private final class FolderAdministration implements Administration {
        @Override
        public List<RefusedFile> refused() {
            synchronized (folder) {
                return folder.refused();
            }
        }

        @Override
        public List<ExtensionFault> faults() {
            return registry.guard().faults();
        }

        @Override
        public int abandonedThreads() {
            return registry.guard().abandonedThreads();
        }

        @Override
        public void install(String file, InputStream jar) throws RefusedFileException, IOException {
            if (!FILE.matcher(file).matches()) {
                throw JarInspection.refused("name");
            }
            Path upload = Files.createTempFile(path, ".upload-", ".part");
            try {
                copy(jar, upload);
                synchronized (folder) {
                    folder.check(upload, file);
                    Files.move(upload, path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                Files.deleteIfExists(upload);
            }
            look(false);
        }

        private static void copy(InputStream jar, Path upload) throws RefusedFileException, IOException {
            try (var out = Files.newOutputStream(upload)) {
                byte[] buffer = new byte[1 << 16];
                long total = 0;
                for (int read = jar.read(buffer); read >= 0; read = jar.read(buffer)) {
                    total += read;
                    if (total > LARGEST) {
                        throw JarInspection.refused("large", LARGEST / (1024 * 1024));
                    }
                    out.write(buffer, 0, read);
                }
            }
        }

        @Override
        public void remove(String file) throws IOException {
            Path named = path.resolve(file).normalize();
            if (!path.equals(named.getParent()) || !file.endsWith(".jar")) {
                throw new IllegalArgumentException("not a file of the folder");
            }
            Files.deleteIfExists(named);
            look(false);
        }

        @Override
        public void release(String bundle) {
            registry.guard().release(bundle);
        }
    }
}
