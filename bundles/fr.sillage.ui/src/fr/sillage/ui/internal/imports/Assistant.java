package fr.sillage.ui.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.Sample;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobSpec;
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

/** From a file over its columns to a data set; the spooled file lives no longer than this. */
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
    /** What nobody else has to delete. */
    private Optional<SpooledFile> file = Optional.empty();

    private Optional<JobId> submitted = Optional.empty();

    Assistant(Composite parent, PageContext page, CommunityContext community, Wording wording) {
        this.parent = parent;
        this.page = page;
        this.community = community;
        this.wording = wording;
        work = new PageJob(page, community);
    }

    void start() {
        parent.addListener(SWT.Dispose, event -> {
            work.close();
            drop();
        });
        choose(Optional.empty());
    }

    private void choose(Optional<String> problem) {
        clear();
        drop();
        new UploadStep(
                        page,
                        wording,
                        page.service(SiloStore.class).open(community).spool(),
                        this::recognise)
                .show(parent, problem);
        parent.layout(true, true);
    }

    private void recognise(SpooledFile received) {
        file = Optional.of(received);
        submitted = Optional.empty();
        propose(received, imports -> imports.propose(received), Optional.empty());
    }

    /** How a plan is found for a file. */
    private interface Proposing {
        Proposal propose(Imports imports) throws ImportException;
    }

    /** A plan with the first rows of its file. */
    private record Found(Proposal proposal, Sample sample) {}

    /** @param before where to go back to where that fails */
    private void propose(SpooledFile received, Proposing proposing, Optional<PlanStep> before) {
        ProgressLine progress = waiting(received, before);
        Imports imports = page.service(Imports.class).within(community);
        work.start(
                job -> {
                    Proposal proposal = proposing.propose(imports);
                    return new Found(proposal, sample(imports, received, proposal.plan(), job));
                },
                new PageJob.Listener<>(
                        state -> progress.move(state.fraction()),
                        found -> plan(received, found),
                        () -> choose(Optional.empty()),
                        cause -> before.ifPresentOrElse(
                                step -> step.refused(sentence(cause)), () -> choose(Optional.of(sentence(cause))))));
    }

    /** Empty where the file cannot be read so: the pass over the whole file will say why. */
    private static Sample sample(Imports imports, SpooledFile file, ImportPlan plan, JobControl job) {
        try {
            return imports.sample(file, plan, SAMPLE, job);
        } catch (ImportException e) {
            return Sample.empty(plan);
        }
    }

    private ProgressLine waiting(SpooledFile received, Optional<PlanStep> before) {
        if (before.isEmpty()) {
            clear();
            head(parent, wording.own("plan.title", received.name()), Steps.FILE, wording);
        }
        ProgressLine progress = new ProgressLine(parent, wording, Optional.of(work::cancel));
        progress.show(wording.own("recognising"), -1);
        parent.layout(true, true);
        return progress;
    }

    private void plan(SpooledFile received, Found found) {
        clear();
        head(parent, wording.own("plan.title", received.name()), Steps.COLUMNS, wording);
        Imports imports = page.service(Imports.class).within(community);
        PlanModel model = new PlanModel(
                new Draft(found.proposal().plan()),
                found.sample(),
                (column, values) -> imports.preview(community, column, values),
                new ShownValues(wording.locale()));
        PlanStep[] step = new PlanStep[1];
        step[0] = new PlanStep(wording, page, model, new PlanStep.Actions() {
            @Override
            public void run() {
                Assistant.this.run(received, step[0], false);
            }

            @Override
            public void cancel() {
                work.cancel();
            }

            @Override
            public void otherFile() {
                choose(Optional.empty());
            }

            @Override
            public void propose(String source, Values settings) {
                Assistant.this.propose(
                        received, service -> service.propose(received, source, settings), Optional.of(step[0]));
            }

            @Override
            public void profile() {
                Assistant.this.profile(received, step[0]);
            }
        });
        step[0].show(parent, found.proposal().why());
        parent.layout(true, true);
        profile(received, step[0]);
    }

    private void profile(SpooledFile received, PlanStep step) {
        Imports imports = page.service(Imports.class).within(community);
        step.running(wording.own("profiling"), -1);
        work.start(
                job -> imports.profile(received, step.draft().plan(), job),
                new PageJob.Listener<>(
                        state -> step.running(wording.own("profiling"), state.fraction()),
                        step::profiled,
                        step::quiet,
                        cause -> step.refused(sentence(cause))));
    }

    private void run(SpooledFile received, PlanStep step, boolean accept) {
        if (step.draft().name().isEmpty()) {
            step.problem(wording.own("name.missing"));
            return;
        }
        Job<ImportRecord> job;
        try {
            ImportJob wanted = new ImportJob(
                    received.keep(), new ImportRequest(step.draft().plan(), Target.NEW, accept));
            job = submit(wanted.spec(received.name()));
        } catch (IOException e) {
            step.problem(sentence(e));
            return;
        }
        step.importing(wording.own("importing"), -1);
        work.follow(
                job,
                new PageJob.Listener<>(
                        state -> step.importing(wording.own("importing"), state.fraction()),
                        this::report,
                        () -> step.problem(wording.own("cancelled")),
                        cause -> stopped(received, step, cause)));
    }

    /** From now on the file is the job's: a second try is the same job started again. */
    private Job<ImportRecord> submit(JobSpec spec) {
        Jobs jobs = page.service(Jobs.class);
        file = Optional.empty();
        Job<ImportRecord> job = submitted
                .flatMap(before -> jobs.again(community, before, spec, ImportRecord.class))
                .orElseGet(() -> jobs.submit(community, spec, ImportRecord.class));
        submitted = Optional.of(job.id());
        return job;
    }

    private void stopped(SpooledFile received, PlanStep step, Throwable cause) {
        if (cause instanceof TooManyRejectsException rejects) {
            step.hide();
            new Report(wording, page).ask(parent, rejects, anyway -> {
                step.reveal();
                if (anyway) {
                    run(received, step, true);
                }
            });
        } else {
            step.problem(sentence(cause));
        }
    }

    private void report(ImportRecord done) {
        drop();
        clear();
        new Report(wording, page)
                .show(
                        parent,
                        done,
                        page.service(SiloStore.class).open(community).rejects(done.id()));
        parent.layout(true, true);
    }

    private String sentence(Throwable cause) {
        if (cause instanceof ImportException stopped) {
            return wording.reason(stopped);
        }
        LOG.error("an import failed", cause);
        return wording.own("failed");
    }

    private void drop() {
        file.ifPresent(SpooledFile::close);
        file = Optional.empty();
    }

    private void clear() {
        work.close();
        for (Control child : parent.getChildren()) {
            child.dispose();
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
}
