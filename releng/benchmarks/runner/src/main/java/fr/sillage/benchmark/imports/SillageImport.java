package fr.sillage.benchmark.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceInput;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.sample.FileInput;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Sillage's side, in a JVM of its own: source and anonymizer behind their guards, as in the platform; the data folder is
 * the property {@code sillage.data}.
 */
final class SillageImport {
    private SillageImport() {}

    /** @param arguments CSV file */
    public static void main(String[] arguments) throws Exception {
        StoreHome home = new StoreHome();
        HeapWatch heap = HeapWatch.start();
        try (ExtensionGuard guard = new ExtensionGuard()) {
            try (DerbySiloStore store = new DerbySiloStore(home)) {
                Silos.open(store);
                Imports imports = GuardedImports.of(store, guard);
                SourceInput file = new FileInput(Path.of(arguments[0]));
                ImportPlan plan = imports.propose(file).plan();
                long start = System.nanoTime();
                double processor = Processor.seconds();
                ImportRecord done = imports.run(Silos.member(), file, plan, true, JobControl.NONE);
                ChildJvm.tell("sillage time", (System.nanoTime() - start) / 1e9);
                ChildJvm.tell("sillage processor", Processor.seconds() - processor);
                if (done.stored() != done.read()) {
                    throw new IOException("rows were rejected");
                }
            }
            ChildJvm.tell("sillage heap", heap.most() / 1e6);
        }
        ChildJvm.tell("sillage disk", bytes(home.silos()) / 1e6);
        System.exit(0); // Derby keeps threads
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(SillageImport::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
