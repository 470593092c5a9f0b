package fr.sillage.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that this build was made of. */
public final class Checkout {
    public static final Path ROOT = Path.of(System.getProperty("sillage.checkout"));

    private Checkout() {}

    public static Path bundle(String name) {
        return ROOT.resolve("bundles").resolve(name);
    }

    /** Folders of the bundles that may be shipped: those without tests. */
    public static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")))
                    .filter(f -> !f.getFileName().toString().endsWith(".tests"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of the bundles that may be shipped, without what the build makes. */
    public static List<Path> files(String folder, String ending) {
        return bundles().stream()
                .map(b -> b.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(f -> files(f, ending).stream())
                .toList();
    }

    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
