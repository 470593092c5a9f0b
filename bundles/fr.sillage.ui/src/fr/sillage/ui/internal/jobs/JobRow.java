package fr.sillage.ui.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.ui.kit.Access;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Labels;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** A job in one line: how far it is or how it ended, and what can be done. Of one phase: another needs another row. */
public final class JobRow {
    private static final int BAR_WIDTH = 140;
    private static final int BAR_HEIGHT = 14;
    private static final int LEAST_TEXT = 120;
    private static final int STEPS = 1000;

    private final JobWording wording;
    private final JobActions actions;
    private final JobId id;
    private final Phase phase;
    private final Composite card;
    private final Label state;
    private final ProgressBar bar;
    private Optional<Button> cancel = Optional.empty();

    /** @param named whether to say whose job it is */
    public JobRow(Composite parent, PageContext page, CommunityContext community, JobInfo job, boolean named) {
        wording = new JobWording(page);
        actions = new JobActions(page, community, wording, () -> {});
        id = job.id();
        phase = job.state().phase();
        card = Kit.card(parent, 1);
        card.setLayoutData(Kit.wide());
        TestIds.set(card, "jobs.active");
        Composite words = Kit.box(card, 1, 0);
        words.setLayout(Kit.grid(1, 0, 2));
        words.setLayoutData(wide());
        String title =
                named ? wording.own("title.by", wording.title(job), wording.account(job.user())) : wording.title(job);
        Kit.label(words, title, "section", SWT.NONE).setLayoutData(wide());
        state = Kit.label(words, "", "small", SWT.WRAP);
        state.setLayoutData(wide());
        bar = new ProgressBar(card, SWT.HORIZONTAL);
        bar.setMaximum(STEPS);
        GridData size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        size.heightHint = BAR_HEIGHT;
        size.exclude = job.state().ended();
        bar.setLayoutData(size);
        Access.name(bar, title);
        act(job);
        card.setLayout(Kit.grid(card.getChildren().length, 12, 12));
        update(job, Instant.now());
    }

    private static GridData wide() {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        return wide;
    }

    private void act(JobInfo job) {
        switch (phase) {
            case WAITING, RUNNING -> {
                Button button = actions.cancel(card, job);
                button.addListener(SWT.Selection, event -> {
                    button.setEnabled(false);
                    state.setText(wording.own("cancelling"));
                });
                cancel = Optional.of(button);
            }
            case DONE -> actions.open(card, job);
            case FAILED, CANCELLED, INTERRUPTED -> {
                if (actions.repeatable(job)) {
                    actions.again(card, job);
                    if (JobActions.asks(job)) {
                        actions.anyway(card, job);
                    }
                }
                actions.forget(card, job, "secondary");
            }
        }
    }

    public JobId id() {
        return id;
    }

    public Phase phase() {
        return phase;
    }

    /** Of the same phase. */
    public void update(JobInfo job, Instant now) {
        bar.setVisible(phase == Phase.RUNNING);
        bar.setSelection((int) Math.round(Math.max(0, job.state().fraction()) * STEPS));
        if (cancel.filter(button -> !button.isEnabled()).isEmpty()) {
            state.setText(Labels.plain(wording.state(job, now)));
        }
    }

    /** Takes the place of a row of the same job. */
    public void inPlaceOf(JobRow other) {
        card.moveAbove(other.card);
        other.dispose();
    }

    public void dispose() {
        card.dispose();
    }
}
