package fr.sillage.ui.internal.jobs;

import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.export.ExportJob;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.internal.analysis.PageArgument;
import fr.sillage.ui.internal.exports.ExportedFile;
import fr.sillage.ui.internal.imports.ImportsPage;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What can be done with a job, the same wherever it is shown. */
final class JobActions {
    private static final int LEAST_TEXT = 200;
    private static final String TOO_MANY_REJECTS = "job.rejects";

    private final PageContext page;
    private final CommunityContext community;
    private final JobWording wording;
    private final Jobs jobs;
    private final Runnable changed;

    /** @param changed is told after what is done at once */
    JobActions(PageContext page, CommunityContext community, JobWording wording, Runnable changed) {
        this.page = page;
        this.community = community;
        this.wording = wording;
        this.jobs = page.service(Jobs.class);
        this.changed = changed;
    }

    boolean repeatable(JobInfo job) {
        return jobs.repeatable(community, job.id());
    }

    /** Whether it stopped because too many rows were rejected, and the person may accept that. */
    static boolean asks(JobInfo job) {
        return job.failure()
                .map(JobFailure::reason)
                .filter(reason -> reason.key().key().equals(TOO_MANY_REJECTS))
                .isPresent();
    }

    Button cancel(Composite parent, JobInfo job) {
        Button button = Kit.secondary(parent, wording.own("cancel"), () -> jobs.cancel(community, job.id()));
        Access.name(button, wording.own("cancel.of", wording.title(job)));
        TestIds.set(button, "jobs.cancel");
        return button;
    }

    /** Leads to what it found or imported. */
    void open(Composite parent, JobInfo job) {
        switch (job.spec().kind()) {
            case ImportJob.KIND ->
                open(parent, wording.own("open.report"), "imports", ImportsPage.REPORT + job.result());
            case AnalysisJob.KIND ->
                open(parent, wording.own("open.analysis"), "analysis", new PageArgument.OfJob(job.id()).text());
            case ExportJob.KIND -> download(parent, job);
            default -> {
                // a compaction has nothing to open
            }
        }
    }

    /** The file is for who made it, as long as it is there. */
    private void download(Composite parent, JobInfo job) {
        if (!job.user().equals(community.account().id()) || !community.may(Right.EXPORT_RESULTS)) {
            return;
        }
        ExportedFile file = new ExportedFile(page, community, job.id());
        file.obstacle()
                .ifPresentOrElse(
                        why -> missing(parent, why),
                        () -> TestIds.set(
                                Kit.primary(parent, wording.own("open.export"), () -> {
                                    if (!file.offer(parent)) {
                                        page.open(JobsPage.ID, job.id().value().toString());
                                    }
                                }),
                                "jobs.download"));
    }

    private static void missing(Composite parent, String why) {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.label(parent, why, "small", SWT.WRAP).setLayoutData(wide);
    }

    private void open(Composite parent, String label, String target, String argument) {
        TestIds.set(Kit.primary(parent, label, () -> page.open(target, argument)), "jobs.open");
    }

    void again(Composite parent, JobInfo job) {
        TestIds.set(Kit.primary(parent, wording.own("again"), () -> again(job, job.spec())), "jobs.again");
    }

    /** Imports the rows that can be imported. */
    void anyway(Composite parent, JobInfo job) {
        JobSpec accepting =
                ImportJob.of(job.spec()).acceptingRejects().spec(job.spec().subject());
        TestIds.set(
                Kit.secondary(parent, wording.own("again.rejects"), () -> again(job, accepting)), "jobs.again.rejects");
    }

    private void again(JobInfo job, JobSpec spec) {
        jobs.again(community, job.id(), spec, Object.class);
        changed.run();
    }

    /** Asks first where a file that could be imported again would be lost. */
    void forget(Composite parent, JobInfo job, String variant) {
        boolean lost = repeatable(job) && job.spec().kind().equals(ImportJob.KIND);
        Button forget = Kit.button(parent, wording.own("forget"), variant, () -> {});
        TestIds.set(forget, "jobs.forget");
        Runnable gone = () -> {
            jobs.forget(community, job.id());
            changed.run();
        };
        forget.addListener(SWT.Selection, event -> {
            if (lost) {
                Question.ask(
                        forget,
                        wording.own("forget.title", job.spec().subject()),
                        wording.own("forget.text"),
                        wording.own("forget"),
                        wording.own("forget.renounce"),
                        gone);
            } else {
                gone.run();
            }
        });
    }
}
