package fr.sillage.ui.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.jobs.CompactionJob;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.silo.Compacted;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A job that has ended: how, and what can be done now. */
final class JobCard {
    private static final int LEAST_TEXT = 100;

    private final PageContext page;
    private final CommunityContext community;
    private final JobWording wording;

    JobCard(PageContext page, CommunityContext community, JobWording wording) {
        this.page = page;
        this.community = community;
        this.wording = wording;
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
        JobActions actions = new JobActions(page, community, wording, () -> page.open(JobsPage.ID, ""));
        Phase phase = job.state().phase();
        if (phase == Phase.INTERRUPTED) {
            line(card, wording.own("interrupted"), "");
        }
        if (phase == Phase.DONE) {
            result(card, job, actions);
        } else if (actions.repeatable(job)) {
            actions.again(card, job);
            if (JobActions.asks(job)) {
                line(card, wording.own("rejects"), "small");
                actions.anyway(card, job);
            }
        } else if (job.spec().kind().equals(ImportJob.KIND)) {
            line(card, wording.own("file.gone"), "");
            Kit.primary(card, wording.own("import.new"), () -> page.open("imports", "new"));
        }
        actions.forget(card, job, "link");
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

    private void result(Composite card, JobInfo job, JobActions actions) {
        if (job.spec().kind().equals(CompactionJob.KIND)) {
            Compacted.of(job.result()).ifPresent(done -> line(card, compacted(done), ""));
            return;
        }
        if (!job.spec().kind().equals(ImportJob.KIND)) {
            actions.open(card, job);
            return;
        }
        record(job)
                .ifPresentOrElse(
                        done -> {
                            actions.open(card, job);
                            String label = wording.own("open.import", Html.visible(done.dataSetName()));
                            String dataSet = done.dataSet().value().toString();
                            TestIds.set(Kit.secondary(card, label, () -> page.open("data", dataSet)), "jobs.data");
                        },
                        () -> line(card, wording.own("result.gone"), ""));
    }

    private String compacted(Compacted done) {
        return wording.own(
                "compacted", Formats.size(done.before(), page.locale()), Formats.size(done.after(), page.locale()));
    }

    private Optional<ImportRecord> record(JobInfo job) {
        return page.service(SiloStore.class).open(community).imports().stream()
                .filter(done -> done.id().toString().equals(job.result()))
                .findFirst();
    }

    private static void line(Composite card, String text, String variant) {
        Label label = Kit.label(card, text, variant, SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
    }
}
