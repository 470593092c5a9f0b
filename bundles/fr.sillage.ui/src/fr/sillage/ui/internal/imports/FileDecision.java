package fr.sillage.ui.internal.imports;

import fr.sillage.api.Values;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.PageContext;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file that was recognised: what a person decides about it, and what becomes of that. */
final class FileDecision implements FileStep.Actions {
    private static final Logger LOG = LoggerFactory.getLogger(FileDecision.class);

    private final Assistant assistant;
    private final SpooledFile file;
    private final Found found;
    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;
    private final PageJob work;
    private FileStep step;

    FileDecision(Assistant assistant, SpooledFile file, Found found) {
        this.assistant = assistant;
        this.file = file;
        this.found = found;
        page = assistant.page();
        community = assistant.community();
        wording = assistant.wording();
        work = assistant.work();
    }

    /** A file of a kind that is known and allowed needs few decisions, any other one those of its columns. */
    void show() {
        found.saved()
                .filter(saved -> plans().allows(community, saved.plan()))
                .ifPresentOrElse(this::known, this::columns);
    }

    private void known(SavedPlan saved) {
        Composite parent = title();
        KnownStep known = new KnownStep(
                wording,
                model(),
                saved,
                assistant.queue().last(found.proposal().plan()),
                page.service(SiloStore.class).open(community).dataSets(),
                this);
        step = known;
        known.show(parent, assistant.queue().more());
        parent.layout(true, true);
        profile();
    }

    @Override
    public void columns() {
        Composite parent = title();
        found.saved()
                .filter(saved -> saved.approval().isEmpty())
                .ifPresent(saved -> StepLayout.notice(parent, "warning", wording.own("plan.waits", saved.name())));
        PlanStep plan = new PlanStep(wording, page, community, model(), this);
        step = plan;
        plan.show(
                parent,
                found.proposal().why(),
                found.saved().map(SavedPlan::target),
                assistant.queue().more());
        parent.layout(true, true);
        profile();
    }

    private PlanModel model() {
        return new PlanModel(
                new PlanDraft(found.proposal().plan()),
                found.sample(),
                (column, values) -> imports().preview(community, column, values),
                new ShownValues(wording.locale()));
    }

    private Composite title() {
        Composite parent = assistant.cleared();
        FileQueue queue = assistant.queue();
        StepLayout.head(parent, wording.own("plan.title", file.name()), Steps.COLUMNS, wording);
        if (queue.total() > 1) {
            Kit.label(parent, wording.own("queue.position", queue.position(), queue.total()), "secondary", SWT.NONE);
        }
        return parent;
    }

    @Override
    public void profile() {
        step.running(wording.own("profiling"), -1);
        work.start(
                job -> imports().profile(file, step.draft().plan(), job),
                new PageJob.Listener<>(
                        state -> step.running(wording.own("profiling"), state.fraction()),
                        step::profiled,
                        step::quiet,
                        cause -> step.refused(assistant.sentence(cause))));
    }

    @Override
    public void propose(String source, Values settings) {
        assistant.propose(
                file, imports -> imports.propose(file, source, settings), Optional.of(step), Optional.empty());
    }

    /** Hands the file over to an import in the background. */
    @Override
    public void run() {
        Optional<Target> target = step.target();
        if (target.isEmpty()) {
            step.problem(step.missing());
            return;
        }
        if (target.get().equals(Target.NEW) && step.draft().name().isEmpty()) {
            step.problem(wording.own("name.missing"));
            return;
        }
        try {
            ImportPlan plan = step.draft().plan();
            plans().save(community, plan, target.get());
            ImportJob job = new ImportJob(file.keep(), new ImportRequest(plan, target.get(), false));
            Job<ImportRecord> started =
                    page.service(Jobs.class).submit(community, job.spec(file.name()), ImportRecord.class);
            assistant.started(started);
        } catch (IOException e) {
            LOG.error("an uploaded file cannot be kept", e);
            step.problem(wording.own("failed"));
        }
    }

    @Override
    public void savePlan() {
        if (step.draft().name().isEmpty()) {
            step.problem(wording.own("name.missing"));
            return;
        }
        assistant.planSaved(
                plans().save(community, step.draft().plan(), step.target().orElse(Target.NEW)));
    }

    @Override
    public void cancel() {
        work.cancel();
    }

    @Override
    public void otherFile() {
        assistant.leaveAside();
    }

    private Imports imports() {
        return assistant.imports();
    }

    private Plans plans() {
        return page.service(Plans.class);
    }
}
