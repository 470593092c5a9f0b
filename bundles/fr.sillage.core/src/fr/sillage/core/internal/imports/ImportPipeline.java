package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnPreview;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.ChunkSink;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Extensions extensions;
    private final SiloStore silos;

    public ImportPipeline(@Requires Extensions extensions, @Requires SiloStore silos) {
        this.extensions = extensions;
        this.silos = silos;
    }

    @Override
    public Proposal propose(SourceInput file) throws ImportException {
        return proposer().propose(file, extensions.sources());
    }

    @Override
    public Proposal propose(SourceInput file, String source) throws ImportException {
        return proposer().propose(file, List.of(reading().source(source)));
    }

    @Override
    public Proposal propose(SourceInput file, String source, Values settings) throws ImportException {
        return proposer().propose(file, reading().source(source), settings);
    }

    @Override
    public Sample sample(SourceInput file, ImportPlan plan, int rows, JobControl job) throws ImportException {
        Sampler sampler = new Sampler(rows);
        reading().any(file, plan.source(), plan.settings(), job, sampler, sampler);
        return sampler.sample();
    }

    @Override
    public ColumnPreview preview(CommunityContext context, ColumnPlan column, Column.Texts values) {
        context.require(Right.IMPORT);
        return new Previewer(extensions, silos.open(context)::pseudonymiser).preview(column, values);
    }

    @Override
    public List<ColumnProfile> profile(SourceInput file, ImportPlan plan, JobControl job) throws ImportException {
        List<ColumnProfiler> profilers =
                plan.columns().stream().map(ColumnProfiler::new).toList();
        reading().planned(file, plan, job, batch -> {
            for (int i = 0; i < profilers.size(); i++) {
                profilers.get(i).see(((Column.Texts) batch.columns().get(i)).values());
            }
            return true;
        });
        return profilers.stream().map(ColumnProfiler::profile).toList();
    }

    @Override
    public ImportRecord run(
            CommunityContext context, UUID id, SourceInput file, ImportPlan plan, boolean acceptRejects, JobControl job)
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
                    id,
                    dataSet.id(),
                    dataSet.name(),
                    dataSet.version(),
                    ImportMode.NEW,
                    file.name(),
                    plan.source(),
                    context.account().id(),
                    started,
                    finished,
                    loaded.read(),
                    loaded.stored(),
                    Optional.of(plan),
                    Optional.empty());
            transaction.add(dataSet);
            transaction.add(record, loaded.rejects());
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
        reading().planned(file, plan, job, batch -> {
            Batch typed = converter.convert(batch);
            read[0] += batch.rows() + batch.rejects().size();
            rejects.add(typed.rejects(), read[0]);
            writer.append(anonymisation.apply(typed));
            return true;
        });
        rejects.check(read[0]);
        return new Loaded(table, anonymisation.fields(), read[0], writer.finish(), rejects.kept());
    }

    private static void check(ImportPlan plan, Silo silo) throws ImportException {
        String name = plan.dataSet().strip();
        if (name.isEmpty()) {
            throw FileReading.refused("plan.name.missing");
        }
        if (silo.dataSets().stream().anyMatch(d -> d.name().equalsIgnoreCase(name))) {
            throw FileReading.refused("plan.name.taken", name);
        }
    }

    private FileReading reading() {
        return new FileReading(extensions);
    }

    private Proposer proposer() {
        return new Proposer(extensions);
    }
}
