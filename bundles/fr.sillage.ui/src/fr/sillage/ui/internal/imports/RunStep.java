package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.ui.internal.jobs.RunningJobs;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The imports that were just started; of a single one the report, or the question it asks, is shown by itself. */
final class RunStep {
    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;
    private final List<Job<ImportRecord>> started;
    private Composite area;
    private boolean asked;

    RunStep(PageContext page, CommunityContext community, Wording wording, List<Job<ImportRecord>> started) {
        this.page = page;
        this.community = community;
        this.wording = wording;
        this.started = started;
    }

    void show(Composite parent) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list();
    }

    private void list() {
        StepLayout.head(area, wording.own("run.title"), Steps.IMPORT, wording);
        Kit.label(area, wording.own("run.text"), "secondary", SWT.WRAP).setLayoutData(Kit.wide());
        List<JobId> ids = started.stream().map(Job::id).toList();
        new RunningJobs(page, community, ImportJob.KIND, job -> ids.contains(job.id()), this::changed).show(area);
        Kit.secondary(area, wording.own("back"), () -> page.open("imports", ""));
        area.layout(true, true);
    }

    private void changed(List<JobInfo> now) {
        if (started.size() != 1 || now.isEmpty()) {
            return;
        }
        JobInfo only = now.getFirst();
        if (only.state().phase() == Phase.DONE) {
            page.later(() -> {
                if (!area.isDisposed()) {
                    page.open("imports", ImportsPage.REPORT + only.result());
                }
            });
        } else if (only.state().phase() == Phase.FAILED && !asked) {
            Optional<TooManyRejectsException> rejects = started.getFirst()
                    .failure()
                    .filter(TooManyRejectsException.class::isInstance)
                    .map(TooManyRejectsException.class::cast);
            asked = rejects.isPresent();
            rejects.ifPresent(many -> page.later(() -> ask(only, many)));
        }
    }

    private void ask(JobInfo job, TooManyRejectsException rejects) {
        if (area.isDisposed()) {
            return;
        }
        clear();
        StepLayout.head(area, wording.own("plan.title", job.spec().subject()), Steps.IMPORT, wording);
        Jobs jobs = page.service(Jobs.class);
        new Report(wording, page).ask(area, rejects, anyway -> {
            if (anyway) {
                jobs.again(
                        community,
                        job.id(),
                        ImportJob.of(job.spec())
                                .acceptingRejects()
                                .spec(job.spec().subject()),
                        ImportRecord.class);
                clear();
                list();
            } else {
                jobs.forget(community, job.id());
                page.open("imports", "new");
            }
        });
    }

    private void clear() {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
    }
}
