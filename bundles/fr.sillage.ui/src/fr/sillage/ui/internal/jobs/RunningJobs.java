package fr.sillage.ui.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Jobs of one kind on their way: how far each is and what it asks. They go on when nobody looks. */
public final class RunningJobs {
    private final PageContext page;
    private final CommunityContext community;
    private final String kind;
    private final Predicate<JobInfo> shown;
    private final Consumer<List<JobInfo>> changed;
    private final Map<JobId, JobRow> rows = new HashMap<>();
    private Composite area;

    /**
     * @param kind of jobs
     * @param shown which of these
     * @param changed told of all that are shown, whenever something changes
     */
    public RunningJobs(
            PageContext page,
            CommunityContext community,
            String kind,
            Predicate<JobInfo> shown,
            Consumer<List<JobInfo>> changed) {
        this.page = page;
        this.kind = kind;
        this.community = community;
        this.shown = shown;
        this.changed = changed;
    }

    public void show(Composite parent) {
        area = Kit.box(parent, 1, 0);
        area.setLayoutData(Kit.wide());
        TestIds.set(area, "jobs.running." + kind);
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
                .filter(job -> job.spec().kind().equals(kind))
                .filter(shown)
                .toList();
        rows.entrySet().removeIf(entry -> {
            boolean gone = now.stream().noneMatch(job -> job.id().equals(entry.getKey()));
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        now.forEach(this::row);
        place(area, !now.isEmpty());
        changed.accept(now);
    }

    private void row(JobInfo job) {
        JobRow row = rows.get(job.id());
        if (row != null && row.phase() == job.state().phase()) {
            row.update(job, Instant.now());
            return;
        }
        JobRow next = new JobRow(area, page, community, job, false);
        if (row != null) {
            next.inPlaceOf(row);
        }
        rows.put(job.id(), next);
        area.layout(true, true);
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
