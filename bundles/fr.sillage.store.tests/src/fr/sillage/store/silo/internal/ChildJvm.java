package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Field;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.ChunkStore;
import jakarta.persistence.Entity;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.slf4j.Logger;

/** Starts this test's classes in a process of their own, inside an OSGi framework as well as outside. */
public final class ChildJvm {
    /** The container comes last: it carries an older ASM of its own. */
    private static final List<String> BY_NAME = List.of(
            "org.eclipse.persistence.sessions.Session",
            "org.eclipse.persistence.jpa.jpql.JPQLQueryProblem",
            "org.objectweb.asm.ClassWriter",
            "org.objectweb.asm.commons.Remapper",
            "org.objectweb.asm.tree.ClassNode",
            "org.osgi.framework.BundleContext",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "org.apache.felix.ipojo.Pojo");

    private ChildJvm() {}

    /**
     * @param temporary takes what is unpacked for the class path
     * @param properties as {@code -Dname=value}
     */
    public static Process start(Class<?> main, Path temporary, List<String> properties, String... arguments)
            throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath(main, temporary));
        List<String> command = Stream.of(java, properties.stream(), Stream.of(main.getName()), Stream.of(arguments))
                .flatMap(s -> s)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
    }

    private static String classPath(Class<?> main, Path temporary) throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        Set<Class<?>> classes = new LinkedHashSet<>(List.of(
                main,
                DerbySilo.class,
                Silo.class,
                ChunkStore.class,
                Field.class,
                AutoloadedDriver.class,
                PersistenceProvider.class,
                Entity.class,
                Logger.class));
        for (String name : BY_NAME) {
            find(name, classes).ifPresent(classes::add);
        }
        for (Class<?> type : classes) {
            add(places, place(type), temporary);
        }
        // Outside OSGi: what no class above stands for.
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .forEach(places::add);
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** In OSGi not every bundle's loader sees every class: asks those of the classes found so far. */
    private static Optional<Class<?>> find(String name, Set<Class<?>> classes) {
        for (Class<?> known : List.copyOf(classes)) {
            try {
                return Optional.of(Class.forName(name, false, known.getClassLoader()));
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        return Optional.empty(); // what is optional
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static void add(Set<Path> places, Path place, Path temporary) throws IOException {
        places.add(place);
        if (Files.isDirectory(place)) {
            places.add(place.resolve("target/classes"));
            Path libraries = place.resolve("lib");
            if (Files.isDirectory(libraries)) {
                try (Stream<Path> jars = Files.list(libraries)) {
                    jars.forEach(places::add);
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(e -> e.getName().matches("lib/[^/]+\\.jar"))
                    .toList()) {
                Path copy = temporary.resolve(entry.getName().substring(4));
                if (!Files.exists(copy)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, copy);
                    }
                }
                places.add(copy);
            }
        }
    }
}
