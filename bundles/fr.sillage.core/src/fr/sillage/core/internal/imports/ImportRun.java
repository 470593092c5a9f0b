package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Reading;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.StaleDataSetException;
import fr.sillage.core.text.Names;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.StoredTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One import from the check of its target to its commit. */
final class ImportRun {
    private final CommunityContext context;
    private final Silo silo;
    private final InstantSource clock;

    ImportRun(CommunityContext context, Silo silo, InstantSource clock) {
        this.context = context;
        this.silo = silo;
        this.clock = clock;
    }

    /** Reads, converts, anonymises and writes. */
    interface Loading {
        Loaded load(
                SourceInput file,
                ImportPlan plan,
                Optional<Present> present,
                ChunkSink chunks,
                Function<String, Pseudonymiser> pseudonymisers,
                boolean acceptRejects,
                JobControl job)
                throws ImportException;
    }

    ImportRecord run(UUID id, SourceInput file, ImportRequest request, Loading loading, JobControl job)
            throws ImportException {
        try (Reading reading = silo.reading()) {
            return read(id, file, request, loading, job);
        }
    }

    private ImportRecord read(UUID id, SourceInput file, ImportRequest request, Loading loading, JobControl job)
            throws ImportException {
        Optional<DataSet> before = before(request);
        Instant started = clock.instant();
        long nanos = System.nanoTime();
        try (SiloTransaction transaction = silo.begin()) {
            Loaded loaded = loading.load(
                    file,
                    request.plan(),
                    before.flatMap(dataSet -> present(dataSet, request.target())),
                    transaction.chunks(),
                    silo::pseudonymiser,
                    request.acceptRejects(),
                    job);
            // measured, not read off: the clock may be set meanwhile
            Instant finished = started.plusNanos(System.nanoTime() - nanos);
            DataSet after = after(before, next(before), request, loaded, finished);
            ImportRecord record = record(id, file, request, loaded, after, started);
            job.check();
            if (before.isPresent()) {
                transaction.replace(before.get(), after);
            } else {
                transaction.add(after);
            }
            transaction.add(record, loaded.rejects());
            transaction.commit();
            return record;
        } catch (DuplicateNameException e) {
            throw FileReading.refused(
                    "plan.name.taken", request.plan().dataSet().strip());
        } catch (StaleDataSetException e) {
            throw FileReading.refused("plan.target.changed");
        }
    }

    /** The data set that gets a further version. */
    private Optional<DataSet> before(ImportRequest request) throws ImportException {
        if (request.target().existing().isPresent()) {
            return Optional.of(silo.dataSet(request.target().existing().get())
                    .orElseThrow(() -> FileReading.refused("plan.target.gone")));
        }
        Optional<Names.Fault> fault = Names.fault(request.plan().dataSet());
        if (fault.isPresent()) {
            throw FileReading.refused("plan.name." + fault.get());
        }
        String name = Names.accept(request.plan().dataSet());
        if (silo.dataSets().stream().anyMatch(d -> d.name().equalsIgnoreCase(name))) {
            throw FileReading.refused("plan.name.taken", name);
        }
        return Optional.empty();
    }

    private Optional<Present> present(DataSet dataSet, Target target) {
        StoredTable table = new StoredTable(silo.chunks(), dataSet.table(), dataSet.fields(), dataSet.rows());
        return switch (target.mode()) {
            case NEW, REPLACE -> Optional.empty();
            case APPEND, REPLACE_BY_KEY -> Optional.of(new Present(table, target.keys()));
        };
    }

    /** The number of the next version: none that was taken back comes again, for results may tell of it. */
    private int next(Optional<DataSet> before) {
        return 1
                + before.map(dataSet -> silo.imports().stream()
                                .filter(done -> done.dataSet().equals(dataSet.id()))
                                .mapToInt(ImportRecord::version)
                                .reduce(dataSet.version(), Math::max))
                        .orElse(0);
    }

    private static DataSet after(
            Optional<DataSet> before, int version, ImportRequest request, Loaded loaded, Instant finished) {
        String attribution = request.plan().attribution();
        return new DataSet(
                before.map(DataSet::id).orElseGet(DataSetId::random),
                before.map(DataSet::name)
                        .orElseGet(() -> Names.accept(request.plan().dataSet())),
                version,
                loaded.table(),
                loaded.fields(),
                loaded.rows(),
                finished,
                attribution.isEmpty() ? before.map(DataSet::attribution).orElse("") : attribution);
    }

    private ImportRecord record(
            UUID id, SourceInput file, ImportRequest request, Loaded loaded, DataSet after, Instant started) {
        return new ImportRecord(
                id,
                after.id(),
                after.name(),
                after.version(),
                request.target().mode(),
                file.name(),
                request.plan().source(),
                context.account().id(),
                started,
                after.imported(),
                loaded.read(),
                loaded.stored(),
                loaded.byKey(),
                Optional.of(request.plan()),
                Optional.empty());
    }
}
