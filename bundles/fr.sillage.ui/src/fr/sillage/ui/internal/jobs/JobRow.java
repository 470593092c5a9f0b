package fr.sillage.ui.internal.jobs;

import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import java.time.Instant;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** A job that waits or runs. */
final class JobRow {
    private static final int BAR_WIDTH = 140;
    private static final int BAR_HEIGHT = 14;
    private static final int LEAST_TEXT = 120;
    private static final int STEPS = 1000;

    private final JobId id;
    private final JobWording wording;
    private final Runnable cancel;
    private Label state;
    private ProgressBar bar;
    private Button button;

    JobRow(JobId id, JobWording wording, Runnable cancel) {
        this.id = id;
        this.wording = wording;
        this.cancel = cancel;
    }

    JobId id() {
        return id;
    }

    /** @param named whether to say whose job it is */
    void create(Composite parent, JobInfo job, boolean named) {
        Composite card = Kit.card(parent, 3);
        card.setLayout(Kit.grid(3, 12, 12));
        card.setLayoutData(Kit.wide());
        TestIds.set(card, "jobs.active");
        Composite words = Kit.box(card, 1, 0);
        words.setLayout(Kit.grid(1, 0, 2));
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        words.setLayoutData(wide);
        String title =
                named ? wording.own("title.by", wording.title(job), wording.account(job.user())) : wording.title(job);
        Kit.label(words, JobWording.plain(title), "section", SWT.NONE).setLayoutData(Kit.wide());
        state = Kit.label(words, "", "small", SWT.NONE);
        state.setLayoutData(Kit.wide());
        bar = new ProgressBar(card, SWT.HORIZONTAL);
        bar.setMaximum(STEPS);
        GridData size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        size.heightHint = BAR_HEIGHT;
        bar.setLayoutData(size);
        Access.name(bar, title);
        button = Kit.secondary(card, wording.own("cancel"), this::cancel);
        Access.name(button, wording.own("cancel.of", title));
        TestIds.set(button, "jobs.cancel");
    }

    private void cancel() {
        button.setEnabled(false);
        state.setText(wording.own("cancelling"));
        cancel.run();
    }

    void update(JobInfo job, Instant now) {
        bar.setVisible(job.state().phase() == Phase.RUNNING);
        bar.setSelection((int) Math.round(Math.max(0, job.state().fraction()) * STEPS));
        if (button.isEnabled()) {
            state.setText(wording.progress(job, now));
        }
    }
}
