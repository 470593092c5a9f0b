package fr.sillage.ui.internal.jobs;

import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.jobs.JobFailure;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.internal.analysis.PageArgument;
import fr.sillage.ui.internal.imports.ImportsPage;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Question;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A job that has ended: how, and what can be done now. */
final class JobCard {
    private static final int LEAST_TEXT = 100;
    private static final String TOO_MANY_REJECTS = "job.rejects";

    private final PageContext page;
    private final CommunityContext community;
    private final JobWording wording;
    private final Jobs jobs;

    JobCard(PageContext page, CommunityContext community, JobWording wording) {
        this.page = page;
        this.community = community;
        this.wording = wording;
        this.jobs = page.service(Jobs.class);
    }

    void show(Composite parent, JobInfo job) {
        Composite card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        TestIds.set(card, "jobs.card");
        line(card, wording.title(job), "section");
        Kit.tag(
                card,
                wording.phase(job.state().phase()),
                JobWording.colour(job.state().phase()));
        line(card, facts(job), "small");
        job.failure().map(wording::failure).ifPresent(sentence -> line(card, sentence, ""));
        Phase phase = job.state().phase();
        boolean repeatable = jobs.repeatable(community, job.id());
        if (phase == Phase.INTERRUPTED) {
            line(card, wording.own("interrupted"), "");
        }
        if (phase == Phase.DONE) {
            result(card, job);
        } else if (repeatable) {
            repeat(card, job);
        } else if (job.spec().kind().equals(ImportJob.KIND)) {
            line(card, wording.own("file.gone"), "");
            Kit.primary(card, wording.own("import.new"), () -> page.open("imports", "new"));
        }
        Button forget = Kit.button(card, wording.own("forget"), "link", () -> {});
        forget.addListener(SWT.Selection, event -> forget(forget, job, repeatable));
        TestIds.set(forget, "jobs.forget");
    }

    private String facts(JobInfo job) {
        String begun = wording.own("facts.submitted", wording.time(job.submitted()), wording.account(job.user()));
        // nobody knows when an interrupted one ended
        if (job.started().isEmpty() || job.ended().isEmpty() || job.state().phase() == Phase.INTERRUPTED) {
            return begun;
        }
        return begun + "\n"
                + wording.own(
                        "facts.took",
                        wording.duration(Duration.between(
                                job.started().get(), job.ended().get())));
    }

    private void result(Composite card, JobInfo job) {
        switch (job.spec().kind()) {
            case ImportJob.KIND ->
                record(job)
                        .ifPresentOrElse(
                                done -> {
                                    open(card, wording.own("open.report"), "imports", ImportsPage.REPORT + done.id());
                                    TestIds.set(
                                            Kit.secondary(
                                                    card,
                                                    JobWording.plain(wording.own("open.import", done.dataSetName())),
                                                    () -> page.open(
                                                            "data",
                                                            done.dataSet()
                                                                    .value()
                                                                    .toString())),
                                            "jobs.data");
                                },
                                () -> line(card, wording.own("result.gone"), ""));
            case AnalysisJob.KIND ->
                open(card, wording.own("open.analysis"), "analysis", new PageArgument.OfJob(job.id()).text());
            default -> {
                // the kinds of the core are these two
            }
        }
    }

    private Optional<ImportRecord> record(JobInfo job) {
        return page.service(SiloStore.class).open(community).imports().stream()
                .filter(done -> done.id().toString().equals(job.result()))
                .findFirst();
    }

    private void open(Composite card, String label, String target, String argument) {
        TestIds.set(Kit.primary(card, JobWording.plain(label), () -> page.open(target, argument)), "jobs.open");
    }

    private void repeat(Composite card, JobInfo job) {
        TestIds.set(Kit.primary(card, wording.own("again"), () -> again(job, job.spec())), "jobs.again");
        boolean asks = job.failure()
                .map(JobFailure::reason)
                .filter(reason -> reason.key().key().equals(TOO_MANY_REJECTS))
                .isPresent();
        if (asks) {
            line(card, wording.own("rejects"), "small");
            TestIds.set(
                    Kit.secondary(
                            card,
                            wording.own("again.rejects"),
                            () -> again(
                                    job,
                                    ImportJob.of(job.spec())
                                            .acceptingRejects()
                                            .spec(job.spec().subject()))),
                    "jobs.again.rejects");
        }
    }

    private void again(JobInfo job, JobSpec spec) {
        jobs.again(community, job.id(), spec, Object.class);
        page.open(JobsPage.ID, "");
    }

    private void forget(Button owner, JobInfo job, boolean lost) {
        Runnable gone = () -> {
            jobs.forget(community, job.id());
            page.open(JobsPage.ID, "");
        };
        if (lost && job.spec().kind().equals(ImportJob.KIND)) {
            Question.ask(
                    owner,
                    JobWording.plain(wording.own("forget.title", job.spec().subject())),
                    wording.own("forget.text"),
                    wording.own("forget"),
                    wording.own("forget.renounce"),
                    gone);
        } else {
            gone.run();
        }
    }

    private static void line(Composite card, String text, String variant) {
        Label label = Kit.label(card, JobWording.plain(text), variant, SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
    }
}
