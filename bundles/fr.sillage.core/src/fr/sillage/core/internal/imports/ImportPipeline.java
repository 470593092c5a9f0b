package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnPreview;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Loaded;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.internal.compaction.AfterDrops;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.engine.ChunkSink;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Bind;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Unbind;

/** Read, convert, anonymise, write: in one transaction for all. */
@Component
@Provides
@Instantiate
public class ImportPipeline implements Imports {
    private final Extensions extensions;
    private final CommunityExtensions enabled;
    private final SiloStore silos;
    private final Plans plans;
    private final ImportMemory memory;
    private final InstantSource clock = InstantSource.system();
    private final List<AfterDrops> drops = new CopyOnWriteArrayList<>();

    public ImportPipeline(
            @Requires Extensions extensions,
            @Requires CommunityExtensions enabled,
            @Requires SiloStore silos,
            @Requires Plans plans) {
        this(extensions, enabled, silos, plans, ImportMemory.ofHeap());
    }

    /** @param memory for all imports that run at the same time */
    ImportPipeline(
            Extensions extensions, CommunityExtensions enabled, SiloStore silos, Plans plans, ImportMemory memory) {
        this.extensions = extensions;
        this.memory = memory;
        this.enabled = enabled;
        this.silos = silos;
        this.plans = plans;
    }

    @Bind(aggregate = true, optional = true)
    public void addAfterDrops(AfterDrops told) {
        drops.add(told);
    }

    @Unbind
    public void removeAfterDrops(AfterDrops told) {
        drops.remove(told);
    }

    @Override
    public ImportPipeline within(CommunityContext context) {
        return new ImportPipeline(enabled.in(context), enabled, silos, plans, memory);
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
        if (!context.may(Right.DRAW_PLAN)) {
            context.require(Right.IMPORT);
        }
        return new Previewer(enabled.in(context), silos.open(context)::pseudonymiser).preview(column, values);
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
    public ImportRecord run(CommunityContext context, UUID id, SourceInput file, ImportRequest request, JobControl job)
            throws ImportException {
        context.require(Right.IMPORT);
        if (!plans.allows(context, request.plan())) {
            throw FileReading.refused("plan.unapproved");
        }
        ImportRecord done =
                new ImportRun(context, silos.open(context), clock).run(id, file, request, within(context)::load, job);
        if (request.target().existing().isPresent()) {
            drops.forEach(told -> told.dropped(context));
        }
        return done;
    }

    @Override
    public void undo(CommunityContext context, UUID importId) throws ImportException {
        context.require(Right.DELETE_DATA);
        new Undoing(silos.open(context), clock).undo(importId, context.account().id());
        drops.forEach(told -> told.dropped(context));
    }

    @Override
    public void rollBack(CommunityContext context, DataSet version) throws ImportException {
        context.require(Right.DELETE_DATA);
        new Undoing(silos.open(context), clock)
                .rollBack(version, context.account().id());
        drops.forEach(told -> told.dropped(context));
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
        return load(file, plan, Optional.empty(), chunks, pseudonymisers, acceptRejects, job);
    }

    /** @param present rows that are stored already and come first */
    private Loaded load(
            SourceInput file,
            ImportPlan plan,
            Optional<Present> present,
            ChunkSink chunks,
            Function<String, Pseudonymiser> pseudonymisers,
            boolean acceptRejects,
            JobControl job)
            throws ImportException {
        Anonymisation anonymisation = Anonymisation.of(plan.columns(), extensions, pseudonymisers);
        return new Loader(reading(), plan, anonymisation, acceptRejects, present, memory).load(file, plan, chunks, job);
    }

    private FileReading reading() {
        return new FileReading(extensions);
    }

    private Proposer proposer() {
        return new Proposer(extensions);
    }
}
