package fr.sillage.ui.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
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
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From files over their columns to imports that run in the background. A file that no import was started for is deleted
 * with the page.
 */
final class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    private static final int LEAST_TEXT = 200;

    /** Rows that are shown before and after. */
    private static final int SAMPLE = 100;

    private final Composite parent;
    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;
    private final PageJob work;
    private final FileQueue queue = new FileQueue();
    private Optional<Runnable> awaited = Optional.empty();

    Assistant(Composite parent, PageContext page, CommunityContext community, Wording wording) {
        this.parent = parent;
        this.page = page;
        this.community = community;
        this.wording = wording;
        work = new PageJob(page, community);
    }

    void start() {
        Runnable sleep = page.awake();
        parent.addListener(SWT.Dispose, event -> {
            sleep.run();
            work.close();
            queue.close();
        });
        choose(Optional.empty());
    }

    private Imports imports() {
        return page.service(Imports.class).within(community);
    }

    private void choose(Optional<String> problem) {
        clear();
        new UploadStep(
                        page,
                        wording,
                        page.service(SiloStore.class).open(community).spool(),
                        files -> {
                            queue.add(files);
                            next(Optional.empty());
                        })
                .show(parent, problem);
        parent.layout(true, true);
    }

    /** @param problem what went wrong with the file before */
    private void next(Optional<String> problem) {
        queue.next()
                .ifPresentOrElse(
                        file -> propose(file, imports -> imports.propose(file), Optional.empty(), problem), () -> {
                            if (queue.started().isEmpty() || problem.isPresent()) {
                                choose(problem);
                            } else {
                                runs();
                            }
                        });
    }

    /** How a plan is found for a file. */
    private interface Proposing {
        Proposal propose(Imports imports) throws ImportException;
    }

    /** A plan with the first rows of its file, and the plan that is kept for files of its kind. */
    private record Found(Proposal proposal, Sample sample, Optional<SavedPlan> saved) {}

    /**
     * @param before where to go back to where that fails
     * @param problem with the file before
     */
    private void propose(SpooledFile file, Proposing proposing, Optional<FileStep> before, Optional<String> problem) {
        ProgressLine progress = waiting(file, before, problem);
        work.start(
                job -> found(file, proposing.propose(imports()), before.isEmpty(), job),
                new PageJob.Listener<>(
                        state -> progress.move(state.fraction()),
                        found -> decide(file, found),
                        () -> next(Optional.empty()),
                        cause -> before.ifPresentOrElse(
                                step -> step.refused(sentence(cause)),
                                () -> next(Optional.of(wording.own("file.problem", file.name(), sentence(cause)))))));
    }

    /** @param kept whether a plan that is kept takes the place of the proposed one */
    private Found found(SpooledFile file, Proposal proposal, boolean kept, JobControl job) {
        ImportPlan proposed = proposal.plan();
        Optional<SavedPlan> saved = kept
                ? page.service(Plans.class).fitting(community, proposed.source(), proposed.names())
                : Optional.empty();
        ImportPlan plan = saved.map(SavedPlan::plan)
                .map(p -> new ImportPlan(proposed.dataSet(), p.source(), p.settings(), p.columns(), p.attribution()))
                .orElse(proposed);
        return new Found(new Proposal(proposal.why(), plan), sample(file, plan, job), saved);
    }

    /** Empty where the file cannot be read so: the pass over the whole file will say why. */
    private Sample sample(SpooledFile file, ImportPlan plan, JobControl job) {
        try {
            return imports().sample(file, plan, SAMPLE, job);
        } catch (ImportException e) {
            return Sample.empty(plan);
        }
    }

    private ProgressLine waiting(SpooledFile file, Optional<FileStep> before, Optional<String> problem) {
        if (before.isEmpty()) {
            clear();
            head(parent, wording.own("plan.title", file.name()), Steps.FILE, wording);
            problem.ifPresent(sentence -> notice(parent, "danger", sentence));
        }
        ProgressLine progress = new ProgressLine(parent, wording, Optional.of(() -> cancel(before)));
        progress.show(wording.own("recognising"), -1);
        parent.layout(true, true);
        return progress;
    }

    /** Files with the same columns can follow one another into one data set: the import before is awaited. */
    private void decide(SpooledFile file, Found found) {
        if (queue.running() && found.saved().isPresent()) {
            waiting(file, Optional.empty(), Optional.empty()).show(wording.own("queue.wait"), -1);
            awaited = Optional.of(() -> decide(file, found));
            ended();
        } else {
            show(file, found);
        }
    }

    /** The file is left aside, unless there is a step to go back to. */
    private void cancel(Optional<FileStep> before) {
        if (before.isPresent()) {
            work.cancel();
        } else {
            work.close();
            next(Optional.empty());
        }
    }

    /** An import of this assistant has ended. */
    private void ended() {
        if (!queue.running() && !parent.isDisposed()) {
            Optional<Runnable> then = awaited;
            awaited = Optional.empty();
            then.ifPresent(Runnable::run);
        }
    }

    private void show(SpooledFile file, Found found) {
        boolean ready = found.saved()
                .filter(saved -> page.service(Plans.class).allows(community, saved.plan()))
                .isPresent();
        if (ready) {
            known(file, found, found.saved().get());
        } else {
            columns(file, found);
        }
    }

    private PlanModel model(Found found) {
        return new PlanModel(
                new Draft(found.proposal().plan()),
                found.sample(),
                (column, values) -> imports().preview(community, column, values),
                new ShownValues(wording.locale()));
    }

    private void title(SpooledFile file) {
        clear();
        head(parent, wording.own("plan.title", file.name()), Steps.COLUMNS, wording);
        if (queue.total() > 1) {
            Kit.label(parent, wording.own("queue.position", queue.position(), queue.total()), "secondary", SWT.NONE);
        }
    }

    private void known(SpooledFile file, Found found, SavedPlan saved) {
        title(file);
        FileActions actions = new FileActions(file, found);
        KnownStep step = new KnownStep(
                wording,
                model(found),
                saved,
                queue.last(found.proposal().plan()),
                page.service(SiloStore.class).open(community).dataSets(),
                actions);
        actions.step = step;
        step.show(parent, queue.more());
        parent.layout(true, true);
        profile(file, step);
    }

    private void columns(SpooledFile file, Found found) {
        title(file);
        found.saved()
                .filter(saved -> saved.approval().isEmpty())
                .ifPresent(saved -> notice(parent, "warning", wording.own("plan.waits", saved.name())));
        FileActions actions = new FileActions(file, found);
        PlanStep step = new PlanStep(wording, page, community, model(found), actions);
        actions.step = step;
        step.show(parent, found.proposal().why(), found.saved().map(SavedPlan::target), queue.more());
        parent.layout(true, true);
        profile(file, step);
    }

    private void profile(SpooledFile file, FileStep step) {
        step.running(wording.own("profiling"), -1);
        work.start(
                job -> imports().profile(file, step.draft().plan(), job),
                new PageJob.Listener<>(
                        state -> step.running(wording.own("profiling"), state.fraction()),
                        step::profiled,
                        step::quiet,
                        cause -> step.refused(sentence(cause))));
    }

    /** Hands the file over to an import in the background. */
    private void run(SpooledFile file, FileStep step) {
        Optional<Target> target = step.target();
        if (target.isEmpty()) {
            step.problem(wording.own("target.missing"));
            return;
        }
        if (target.get().equals(Target.NEW) && step.draft().name().isEmpty()) {
            step.problem(wording.own("name.missing"));
            return;
        }
        try {
            ImportPlan plan = step.draft().plan();
            page.service(Plans.class).save(community, plan, target.get());
            ImportJob job = new ImportJob(file.keep(), new ImportRequest(plan, target.get(), false));
            Job<ImportRecord> started =
                    page.service(Jobs.class).submit(community, job.spec(file.name()), ImportRecord.class);
            queue.started(started);
            started.watch(state -> {
                if (state.ended()) {
                    page.later(this::ended);
                }
            });
            next(Optional.empty());
        } catch (IOException e) {
            LOG.error("an uploaded file cannot be kept", e);
            step.problem(wording.own("failed"));
        }
    }

    private void savePlan(FileStep step) {
        if (step.draft().name().isEmpty()) {
            step.problem(wording.own("name.missing"));
            return;
        }
        SavedPlan saved = page.service(Plans.class)
                .save(community, step.draft().plan(), step.target().orElse(Target.NEW));
        queue.drop();
        clear();
        new PlanSaved(page, wording)
                .show(parent, saved, queue.more() ? Optional.of(() -> next(Optional.empty())) : Optional.empty());
        parent.layout(true, true);
    }

    private void runs() {
        work.close();
        clear();
        new RunStep(page, community, wording, queue.started()).show(parent);
        parent.layout(true, true);
    }

    private String sentence(Throwable cause) {
        if (cause instanceof ImportException stopped) {
            return wording.reason(stopped);
        }
        LOG.error("an import failed", cause);
        return wording.own("failed");
    }

    private void clear() {
        awaited = Optional.empty();
        work.close();
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
    }

    /** What the buttons of a step do. */
    private final class FileActions implements FileStep.Actions {
        private final SpooledFile file;
        private final Found found;
        private FileStep step;

        FileActions(SpooledFile file, Found found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public void run() {
            Assistant.this.run(file, step);
        }

        @Override
        public void savePlan() {
            Assistant.this.savePlan(step);
        }

        @Override
        public void cancel() {
            work.cancel();
        }

        @Override
        public void otherFile() {
            queue.drop();
            next(Optional.empty());
        }

        @Override
        public void columns() {
            Assistant.this.columns(file, found);
        }

        @Override
        public void propose(String source, Values settings) {
            Assistant.this.propose(
                    file, imports -> imports.propose(file, source, settings), Optional.of(step), Optional.empty());
        }

        @Override
        public void profile() {
            Assistant.this.profile(file, step);
        }
    }

    static void head(Composite parent, String title, Steps step, Wording wording) {
        Composite head = titled(parent, title);
        step.show(head, wording);
    }

    static void head(Composite parent, String title, Runnable back, String backLabel) {
        Kit.secondary(titled(parent, title), backLabel, back);
    }

    /** With room for something beside the title. */
    private static Composite titled(Composite parent, String title) {
        Composite head = Kit.box(parent, 2, 0);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.title(head, Wording.plain(title)).setLayoutData(wide);
        return head;
    }

    /** @param kind info, warning or danger */
    static Composite notice(Composite parent, String kind, String sentence) {
        Composite notice = Kit.notice(parent, kind, Wording.plain(sentence));
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        notice.setLayoutData(wide);
        return notice;
    }

    static void place(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.getParent().layout(true, true);
    }
}
