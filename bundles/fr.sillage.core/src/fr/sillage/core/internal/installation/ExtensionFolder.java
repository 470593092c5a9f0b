package fr.sillage.core.internal.installation;

import fr.sillage.api.Message;
import fr.sillage.core.extension.RefusedFile;
import fr.sillage.core.extension.RefusedFileException;
import fr.sillage.core.internal.extension.InstalledBundles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the framework hold what a folder holds: each jar is a bundle, a changed jar updates it, a jar that is gone
 * takes it along. Used by one thread at a time.
 */
final class ExtensionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExtensionFolder.class);
    private static final Pattern MISSING = Pattern.compile("Unresolved requirement: ([^\\n]+)");
    private static final long REFRESH_SECONDS = 20;

    /** By what one sees that a file has changed. */
    private record Stamp(long size, long modifiedMillis) {}

    private final Path folder;
    private final BundleContext context;
    private final Map<String, Stamp> taken = new HashMap<>();
    private final Map<String, Stamp> seen = new HashMap<>();
    private final Map<String, Message> refused = new TreeMap<>();

    ExtensionFolder(Path folder, BundleContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** Files that are not installed, or installed but incomplete. */
    List<RefusedFile> refused() {
        return refused.entrySet().stream()
                .map(e -> new RefusedFile(e.getKey(), e.getValue()))
                .toList();
    }

    /**
     * Looks once.
     *
     * @param patient takes only what has not changed since the look before: somebody may be copying
     * @return whether anything has changed
     */
    boolean look(boolean patient) throws IOException {
        Map<String, Stamp> now = stamps();
        boolean changed = refused.keySet().retainAll(now.keySet());
        List<Bundle> touched = new ArrayList<>();
        for (Bundle bundle : ours()) {
            if (!now.containsKey(file(bundle))) {
                touched.addAll(uninstall(bundle));
            }
        }
        taken.keySet().retainAll(now.keySet());
        if (!touched.isEmpty()) {
            // what was refused because of one that is gone may be installed now
            taken.keySet().removeIf(file -> refused.containsKey(file) && !isInstalled(file));
        }
        for (Map.Entry<String, Stamp> entry : now.entrySet()) {
            boolean settled = !patient || entry.getValue().equals(seen.get(entry.getKey()));
            if (settled && !entry.getValue().equals(taken.get(entry.getKey()))) {
                taken.put(entry.getKey(), entry.getValue());
                touched.addAll(take(entry.getKey()));
                changed = true;
            }
        }
        seen.clear();
        seen.putAll(now);
        if (!touched.isEmpty()) {
            refresh(touched);
            startAll();
        }
        return changed || !touched.isEmpty();
    }

    private Map<String, Stamp> stamps() throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".jar") && !name.startsWith(".") && Files.isRegularFile(file)) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(
                            name,
                            new Stamp(
                                    attributes.size(),
                                    attributes.lastModifiedTime().toMillis()));
                }
            }
        }
        return stamps;
    }

    /** Checks a jar that is to have a name in the folder. */
    void check(Path jar, String file) throws RefusedFileException {
        String name = JarInspection.symbolicName(jar);
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())
                    && !InstalledBundles.file(bundle).equals(Optional.of(file))) {
                throw InstalledBundles.file(bundle)
                        .map(other -> JarInspection.refused("other.file", name, other))
                        .orElseGet(() -> JarInspection.refused("of.product", name));
            }
        }
    }

    private List<Bundle> take(String file) {
        Path jar = folder.resolve(file);
        Optional<Bundle> before =
                ours().stream().filter(b -> file(b).equals(file)).findFirst();
        try {
            check(jar, file);
            try (InputStream in = Files.newInputStream(jar)) {
                Bundle bundle;
                if (before.isPresent()) {
                    bundle = before.get();
                    bundle.update(in);
                } else {
                    bundle = context.installBundle(InstalledBundles.LOCATION + file, in);
                }
                refused.remove(file);
                LOG.info("extension file {} installed as {} {}", file, bundle.getSymbolicName(), bundle.getVersion());
                return List.of(bundle);
            }
        } catch (RefusedFileException e) {
            refused.put(file, e.reason());
            LOG.warn(
                    "extension file {} refused: {} {}",
                    file,
                    e.getMessage(),
                    e.reason().arguments());
        } catch (BundleException | IOException e) {
            refused.put(file, JarInspection.refused("no.bundle").reason());
            LOG.warn("extension file {} cannot be installed: {}", file, e.getMessage());
        }
        // the file is no longer what was installed
        return before.map(this::uninstall).orElse(List.of());
    }

    private List<Bundle> uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            LOG.info("extension {} removed", bundle.getSymbolicName());
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("extension {} cannot be removed: {}", bundle.getSymbolicName(), e.getMessage());
        }
        return List.of(bundle);
    }

    private void refresh(List<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(bundles, event -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the framework takes long to forget removed extensions");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also those that waited for another one. */
    private void startAll() {
        for (Bundle bundle : ours()) {
            if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING) {
                continue;
            }
            try {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                refused.remove(file(bundle));
            } catch (BundleException e) {
                Matcher missing = MISSING.matcher(String.valueOf(e.getMessage()));
                refused.put(
                        file(bundle),
                        (missing.find()
                                        ? JarInspection.refused("incomplete", missing.group(1))
                                        : JarInspection.refused("not.started"))
                                .reason());
                LOG.warn("extension {} does not start: {}", bundle.getSymbolicName(), e.getMessage());
            }
        }
    }

    private boolean isInstalled(String file) {
        return ours().stream().anyMatch(bundle -> file(bundle).equals(file));
    }

    private List<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(b -> InstalledBundles.file(b).isPresent())
                .toList();
    }

    private static String file(Bundle bundle) {
        return InstalledBundles.file(bundle).orElseThrow();
    }
}
