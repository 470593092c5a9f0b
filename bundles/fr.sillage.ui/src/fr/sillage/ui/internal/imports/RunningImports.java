package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** Imports on their way: how far each is and what it asks. They go on when nobody looks. */
final class RunningImports {
    private static final int LEAST_TEXT = 200;
    private static final int BAR_WIDTH = 200;

    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;
    private final Predicate<JobInfo> shown;
    private final Consumer<List<JobInfo>> changed;
    private final Map<JobId, Row> rows = new HashMap<>();
    private Composite area;

    /** One job's line. */
    private record Row(Phase phase, Composite line, Label state, ProgressBar bar) {}

    /**
     * @param shown which jobs
     * @param changed told of all that are shown, whenever something changes
     */
    RunningImports(
            PageContext page,
            CommunityContext community,
            Wording wording,
            Predicate<JobInfo> shown,
            Consumer<List<JobInfo>> changed) {
        this.page = page;
        this.community = community;
        this.wording = wording;
        this.shown = shown;
        this.changed = changed;
    }

    void show(Composite parent) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(Kit.wide());
        TestIds.set(area, "imports.running");
        Runnable sleep = page.awake();
        Runnable unwatch = jobs().watch(community, () -> page.later(this::refresh));
        area.addListener(SWT.Dispose, event -> {
            unwatch.run();
            sleep.run();
        });
        refresh();
    }

    private Jobs jobs() {
        return page.service(Jobs.class);
    }

    private void refresh() {
        if (area.isDisposed()) {
            return;
        }
        List<JobInfo> now = jobs().list(community).stream()
                .filter(job -> job.spec().kind().equals(ImportJob.KIND))
                .filter(shown)
                .toList();
        rows.entrySet().removeIf(entry -> {
            boolean gone = now.stream().noneMatch(job -> job.id().equals(entry.getKey()));
            if (gone) {
                entry.getValue().line().dispose();
            }
            return gone;
        });
        now.forEach(this::row);
        place(area, !now.isEmpty());
        changed.accept(now);
    }

    private void row(JobInfo job) {
        Row row = rows.get(job.id());
        if (row == null || row.phase() != job.state().phase()) {
            Composite line = row == null ? newLine() : row.line();
            for (Control child : line.getChildren()) {
                child.dispose();
            }
            row = fill(line, job);
            rows.put(job.id(), row);
            area.layout(true, true);
        }
        double fraction = Math.max(0, job.state().fraction());
        row.bar().setSelection((int) Math.round(fraction * 1000));
        row.state().setText(Wording.plain(wording.state(job)));
    }

    private Composite newLine() {
        Composite line = Kit.card(area, 4);
        line.setLayoutData(Kit.wide());
        return line;
    }

    private Row fill(Composite line, JobInfo job) {
        boolean running = !job.state().ended();
        Composite texts = Kit.box(line, 1, 0);
        texts.setLayoutData(wide());
        Kit.label(texts, Wording.plain(job.spec().subject()), "section", SWT.WRAP)
                .setLayoutData(wide());
        Label state = Kit.label(texts, "", "secondary", SWT.WRAP);
        state.setLayoutData(wide());
        ProgressBar bar = new ProgressBar(line, SWT.HORIZONTAL);
        bar.setMaximum(1000);
        GridData size = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        size.widthHint = BAR_WIDTH;
        size.exclude = !running;
        bar.setLayoutData(size);
        bar.setVisible(running);
        actions(line, job);
        return new Row(job.state().phase(), line, state, bar);
    }

    private void actions(Composite line, JobInfo job) {
        JobId id = job.id();
        switch (job.state().phase()) {
            case WAITING, RUNNING ->
                TestIds.set(
                        Kit.secondary(line, wording.own("cancel"), () -> jobs().cancel(community, id)),
                        "import.cancel");
            case DONE ->
                TestIds.set(
                        Kit.primary(
                                line,
                                wording.own("run.report"),
                                () -> page.open("imports", ImportsPage.REPORT + job.result())),
                        "import.report.open");
            case FAILED, CANCELLED, INTERRUPTED -> {
                if (jobs().repeatable(community, id)) {
                    again(line, job);
                }
                TestIds.set(
                        Kit.secondary(line, wording.own("run.forget"), () -> jobs().forget(community, id)),
                        "import.forget");
            }
        }
    }

    private void again(Composite line, JobInfo job) {
        boolean asks = job.failure()
                .filter(why -> why.reason().key().key().equals("job.rejects"))
                .isPresent();
        TestIds.set(
                Kit.primary(
                        line,
                        wording.own(asks ? "many.anyway" : "run.again"),
                        () -> jobs().again(
                                        community,
                                        job.id(),
                                        asks
                                                ? ImportJob.of(job.spec())
                                                        .acceptingRejects()
                                                        .spec(job.spec().subject())
                                                : job.spec(),
                                        ImportRecord.class)),
                asks ? "import.anyway" : "import.again");
    }

    private static GridData wide() {
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        return wide;
    }

    private static void place(Composite control, boolean visible) {
        GridData data = (GridData) control.getLayoutData();
        if (control.getVisible() != visible || data.exclude == visible) {
            control.setVisible(visible);
            data.exclude = !visible;
            control.getParent().layout(true, true);
        }
    }
}
