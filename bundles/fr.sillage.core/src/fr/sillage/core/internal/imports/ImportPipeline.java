package fr.sillage.core.internal.imports;

import fr.sillage.api.JobCancelledException;
import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.DataSource.Reader;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.SourceDescriptor;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Read, convert, anonymise, write: one batch after the other, one transaction for all. */
@Component
@Provides
@Instantiate
public class ImportPipeline implements Imports {
    private static final String CORE = "fr.sillage.core";

    private final Extensions extensions;
    private final SiloStore silos;

    public ImportPipeline(@Requires Extensions extensions, @Requires SiloStore silos) {
        this.extensions = extensions;
        this.silos = silos;
    }

    @Override
    public Proposal propose(SourceInput file) throws ImportException {
        try {
            return new Proposer(extensions).propose(file, extensions.sources());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    @Override
    public Proposal propose(SourceInput file, String source) throws ImportException {
        try {
            return new Proposer(extensions)
                    .propose(
                            file,
                            List.of(extensions.source(source).orElseThrow(() -> refused("plan.source.gone", source))));
        } catch (IOException e) {
            throw unreadable();
        }
    }

    @Override
    public List<ColumnProfile> profile(SourceInput file, ImportPlan plan, JobControl job) throws ImportException {
        List<ColumnProfiler> profilers =
                plan.columns().stream().map(ColumnProfiler::new).toList();
        each(file, plan, job, batch -> {
            for (int i = 0; i < profilers.size(); i++) {
                profilers.get(i).see(((Column.Texts) batch.columns().get(i)).values());
            }
        });
        return profilers.stream().map(ColumnProfiler::profile).toList();
    }

    @Override
    public ImportRecord run(
            CommunityContext context, SourceInput file, ImportPlan plan, boolean acceptRejects, JobControl job)
            throws ImportException {
        context.require(Right.IMPORT);
        Silo silo = silos.open(context);
        check(plan, silo);
        Instant started = Instant.now();
        try (SiloTransaction transaction = silo.begin()) {
            Loaded loaded = load(file, plan, transaction.chunks(), silo::pseudonymiser, acceptRejects, job);
            Instant finished = Instant.now();
            DataSet dataSet = new DataSet(
                    DataSetId.random(),
                    plan.dataSet().strip(),
                    1,
                    loaded.table(),
                    loaded.fields(),
                    loaded.stored(),
                    finished,
                    plan.attribution());
            ImportRecord record = new ImportRecord(
                    UUID.randomUUID(),
                    dataSet.id(),
                    dataSet.name(),
                    file.name(),
                    plan.source(),
                    context.account().id(),
                    started,
                    finished,
                    loaded.read(),
                    loaded.stored(),
                    loaded.rejects());
            transaction.add(dataSet);
            transaction.add(record);
            job.check();
            transaction.commit();
            return record;
        }
    }

    @Override
    public Loaded load(
            SourceInput file,
            ImportPlan plan,
            ChunkSink chunks,
            Function<String, Pseudonymiser> pseudonymisers,
            boolean acceptRejects,
            JobControl job)
            throws ImportException {
        Anonymisation anonymisation = Anonymisation.of(plan.columns(), extensions, pseudonymisers);
        BatchConverter converter = new BatchConverter(plan.columns());
        RejectLimit rejects = new RejectLimit(acceptRejects);
        TableId table = TableId.random();
        TableWriter writer = new TableWriter(chunks, table, anonymisation.fields());
        long[] read = {0};
        each(file, plan, job, batch -> {
            Batch typed = converter.convert(batch);
            read[0] += batch.rows() + batch.rejects().size();
            rejects.add(typed.rejects(), read[0]);
            writer.append(anonymisation.apply(typed));
        });
        rejects.check(read[0]);
        return new Loaded(table, anonymisation.fields(), read[0], writer.finish(), rejects.kept());
    }

    private static void check(ImportPlan plan, Silo silo) throws ImportException {
        String name = plan.dataSet().strip();
        if (name.isEmpty()) {
            throw refused("plan.name.missing");
        }
        if (silo.dataSets().stream().anyMatch(d -> d.name().equalsIgnoreCase(name))) {
            throw refused("plan.name.taken", name);
        }
    }

    /** What is done with each batch. */
    private interface BatchWork {
        void accept(Batch batch);
    }

    private void each(SourceInput file, ImportPlan plan, JobControl job, BatchWork work) throws ImportException {
        SourceDescriptor source =
                extensions.source(plan.source()).orElseThrow(() -> refused("plan.source.gone", plan.source()));
        try (Reader reader = source.source().open(file, plan.settings(), job)) {
            List<String> planned = plan.columns().stream()
                    .map(ColumnPlan::field)
                    .map(f -> f.name())
                    .toList();
            if (!reader.names().equals(planned)) {
                throw refused("plan.columns.differ");
            }
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                job.check();
                work.accept(batch.get());
            }
        } catch (SourceException e) {
            throw new ImportException(e.reason(), e.line());
        } catch (IOException e) {
            throw unreadable();
        } catch (JobCancelledException | TooManyRejectsException | ExtensionException e) {
            throw e;
        } catch (LinkageError e) {
            throw new ExtensionException(source, e);
        }
    }

    private static ImportException unreadable() {
        return refused("file.unreadable");
    }

    private static ImportException refused(String key, Object... arguments) {
        return new ImportException(Message.of(CORE, key, arguments), OptionalLong.empty());
    }
}
