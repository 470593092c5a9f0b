package fr.sillage.core.internal.results;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Provenance;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.internal.analysis.Publishing;
import fr.sillage.core.internal.analysis.Publishing.Audience;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.json.Json;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.JobResult;
import fr.sillage.core.silo.ResultStore;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.text.Names;
import fr.sillage.core.text.TextKeeper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/** Saved analyses, and results of jobs, in the silo. */
@Component
@Provides
@Instantiate
public class SiloSavedAnalyses implements SavedAnalyses {
    private static final String CORE = "fr.sillage.core";

    private final SiloStore silos;
    private final Publishing publishing;
    private final CommunityExtensions extensions;
    private final Jobs jobs;
    private final TextKeeper texts;
    private final InstantSource clock = InstantSource.system();

    public SiloSavedAnalyses(
            @Requires SiloStore silos,
            @Requires Publishing publishing,
            @Requires CommunityExtensions extensions,
            @Requires Jobs jobs,
            @Requires TextKeeper texts) {
        this.silos = silos;
        this.publishing = publishing;
        this.extensions = extensions;
        this.jobs = jobs;
        this.texts = texts;
    }

    private ResultStore results(CommunityContext context) {
        return silos.open(context).results();
    }

    @Override
    public List<SavedAnalysis> all(CommunityContext context) {
        context.require(Right.SEE_RESULTS);
        return results(context).saved();
    }

    @Override
    public Optional<SavedAnalysis> find(CommunityContext context, UUID id) {
        context.require(Right.SEE_RESULTS);
        return results(context).saved(id);
    }

    @Override
    public boolean mayChange(CommunityContext context, SavedAnalysis saved) {
        return context.may(Right.RUN_ANALYSES)
                && (saved.by().equals(context.account().id()) || context.may(Right.DELETE_DATA));
    }

    @Override
    public KeptResult open(CommunityContext context, UUID id, JobControl job) throws AnalysisException {
        context.require(Right.SEE_RESULTS);
        ResultStore results = results(context);
        SavedAnalysis saved = results.saved(id).orElseThrow(SiloSavedAnalyses::gone);
        return shown(
                context,
                saved.dataSet(),
                saved.version(),
                results.savedResult(id).orElseThrow(SiloSavedAnalyses::gone),
                job);
    }

    private KeptResult shown(CommunityContext context, DataSetId dataSet, int version, String content, JobControl job)
            throws AnalysisException {
        KeptText kept = Json.read(content, KeptText.class);
        KeptResult result = kept.result(texts);
        publishing.show(context, dataSet, version, kept.rows(), result.published(), kept.seen(), job);
        return result;
    }

    private static AnalysisException gone() {
        return new AnalysisException(Message.of(CORE, "result.gone"));
    }

    @Override
    public SavedAnalysis save(
            CommunityContext context, String name, String description, AnalysisState state, JobControl job)
            throws AnalysisException {
        context.require(Right.RUN_ANALYSES);
        requireFree(context, name, Optional.empty());
        Instant now = clock.instant();
        return save(context, UUID.randomUUID(), name, description, now, state, job);
    }

    @Override
    public SavedAnalysis renew(CommunityContext context, UUID id, AnalysisState state, JobControl job)
            throws AnalysisException {
        SavedAnalysis saved = results(context).saved(id).orElseThrow(SiloSavedAnalyses::gone);
        requireChange(context, saved);
        return save(context, id, saved.name(), saved.description(), saved.saved(), state, job);
    }

    private SavedAnalysis save(
            CommunityContext context,
            UUID id,
            String name,
            String description,
            Instant first,
            AnalysisState state,
            JobControl job)
            throws AnalysisException {
        AnalysisDescriptor analysis = extensions
                .in(context)
                .analysis(state.analysis())
                .orElseThrow(() -> new AnalysisException(Message.of(CORE, "analysis.gone")));
        Map<String, DataSetId> slots =
                analysis.slots().stream().collect(Collectors.toMap(SlotDescriptor::name, slot -> state.dataSet()));
        Publishing.Run run = publishing.publish(context, analysis.id(), slots, state.values(), Audience.COMMUNITY, job);
        Provenance.Origin origin = run.published().provenance().data().getFirst();
        Instant now = clock.instant();
        SavedAnalysis saved = new SavedAnalysis(
                id,
                Names.accept(name),
                description.strip(),
                analysis.id(),
                state.dataSet(),
                origin.name(),
                origin.version(),
                context.account().id(),
                first,
                now);
        KeptText kept = KeptText.of(state, run, texts, context.account().id(), now);
        results(context).save(saved, Json.write(kept));
        return saved;
    }

    @Override
    public void rename(CommunityContext context, UUID id, String name, String description) {
        results(context).saved(id).ifPresent(saved -> {
            requireChange(context, saved);
            requireFree(context, name, Optional.of(id));
            results(context).update(saved.called(Names.accept(name), description.strip()));
        });
    }

    @Override
    public SavedAnalysis duplicate(CommunityContext context, UUID id, String name) {
        context.require(Right.RUN_ANALYSES);
        requireFree(context, name, Optional.empty());
        ResultStore results = results(context);
        SavedAnalysis saved = results.saved(id).orElseThrow();
        SavedAnalysis copy = new SavedAnalysis(
                UUID.randomUUID(),
                Names.accept(name),
                saved.description(),
                saved.analysis(),
                saved.dataSet(),
                saved.dataSetName(),
                saved.version(),
                context.account().id(),
                clock.instant(),
                saved.ran());
        results.save(copy, results.savedResult(id).orElseThrow());
        return copy;
    }

    @Override
    public void remove(CommunityContext context, UUID id) {
        results(context).saved(id).ifPresent(saved -> {
            requireChange(context, saved);
            results(context).remove(id);
        });
    }

    private void requireChange(CommunityContext context, SavedAnalysis saved) {
        if (!mayChange(context, saved)) {
            throw new AccessDeniedException(Right.RUN_ANALYSES.name());
        }
    }

    private void requireFree(CommunityContext context, String typed, Optional<UUID> own) {
        String name = Names.accept(typed);
        boolean taken = results(context).saved().stream()
                .filter(saved -> own.filter(saved.id()::equals).isEmpty())
                .anyMatch(saved -> saved.name().equalsIgnoreCase(name));
        if (taken) {
            throw new DuplicateNameException();
        }
    }

    @Override
    public Optional<KeptResult> ofJob(CommunityContext context, JobId job, JobControl control)
            throws AnalysisException {
        context.require(Right.SEE_RESULTS);
        Optional<JobResult> kept =
                jobs.find(context, job).flatMap(info -> results(context).ofJob(job.value()));
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(shown(
                        context,
                        kept.get().dataSet(),
                        kept.get().version(),
                        kept.get().content(),
                        control));
    }
}
