package fr.sillage.benchmark.engine;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceInput;
import fr.sillage.benchmark.ChildJvm;
import fr.sillage.benchmark.Folders;
import fr.sillage.benchmark.imports.GuardedImports;
import fr.sillage.benchmark.sample.CsvFile;
import fr.sillage.benchmark.sample.FileInput;
import fr.sillage.benchmark.sample.Postings;
import fr.sillage.benchmark.sample.Registrations;
import fr.sillage.benchmark.sample.Silos;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.internal.guard.ExtensionGuard;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.engine.QueryEngine;
import fr.sillage.engine.ScanQueryEngine;
import fr.sillage.engine.StoredTable;
import fr.sillage.store.internal.StoreHome;
import fr.sillage.store.silo.internal.DerbySiloStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The samples in an encrypted silo, imported from their files as a member imports a file. */
final class SillageSilo {
    private static final String HEAP = "-Xmx1g";

    private SillageSilo() {}

    /** The data folder of so many registrations and their postings, made where it is not there. */
    static Path of(Path folder, long rows) throws Exception {
        Path silo = folder.resolve("engine-" + rows);
        Path complete = folder.resolve("engine-" + rows + ".complete");
        if (!Files.exists(complete)) {
            if (Files.exists(silo)) {
                Folders.delete(silo);
            }
            Registrations sample = new Registrations(rows);
            String registrations = CsvFile.of(folder, sample).toString();
            String postings = CsvFile.of(folder, new Postings(sample)).toString();
            ChildJvm.run(SillageSilo.class, options(silo), List.of(registrations, postings, complete.toString()));
        }
        return silo;
    }

    /** Options of a JVM that works on a data folder. */
    static List<String> options(Path silo) {
        return List.of(HEAP, "-Dsillage.data=" + silo);
    }

    /**
     * Imports the files, in a JVM of its own; the data folder is the property {@code sillage.data}.
     *
     * @param arguments CSV files, and last the file that tells that all was imported
     */
    public static void main(String[] arguments) throws Exception {
        try (ExtensionGuard guard = new ExtensionGuard();
                DerbySiloStore store = new DerbySiloStore(new StoreHome())) {
            Silos.open(store);
            Imports imports = GuardedImports.of(store, guard);
            for (String file : List.of(arguments).subList(0, arguments.length - 1)) {
                SourceInput input = new FileInput(Path.of(file));
                ImportRecord done = imports.run(
                        Silos.member(), input, imports.propose(input).plan(), true, JobControl.NONE);
                if (done.stored() != done.read()) {
                    throw new IOException("rows were rejected");
                }
            }
        }
        Files.createFile(Path.of(arguments[arguments.length - 1]));
        System.exit(0); // Derby keeps threads
    }

    /** An engine over both data sets. */
    static QueryEngine engine(Silo silo) {
        return new ScanQueryEngine(Map.of(
                Works.REGISTRATIONS, table(silo, "module"),
                Works.POSTINGS, table(silo, "discipline")));
    }

    /** The data set that has such a column. */
    static DataSet dataSet(Silo silo, String column) {
        return silo.dataSets().stream()
                .filter(dataSet ->
                        dataSet.fields().stream().anyMatch(field -> field.name().equals(column)))
                .findFirst()
                .orElseThrow();
    }

    private static StoredTable table(Silo silo, String column) {
        DataSet found = dataSet(silo, column);
        return new StoredTable(silo.chunks(), found.table(), found.fields(), found.rows());
    }
}
