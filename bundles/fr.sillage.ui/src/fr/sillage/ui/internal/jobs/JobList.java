package fr.sillage.ui.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.kit.FittedColumns;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What waits and runs, each with its progress; below, what has ended, and beside it the chosen one. Goes on by itself. */
final class JobList {
    private static final int SIDE = 380;
    private static final int MOST_ACTIVE = 6;

    private final Composite parent;
    /** Shares of the width: job, state, end and, where all jobs are listed, by whom. */
    private static final int[] ALL = {34, 15, 26, 25};

    private static final int[] OWN = {56, 18, 26};

    private final PageContext page;
    private final CommunityContext community;
    private final Jobs jobs;
    private final JobWording wording;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final List<JobRow> rows = new ArrayList<>();
    private Composite left;
    private Composite active;
    private Composite ended;
    private Composite side;
    private List<JobInfo> shown = List.of();
    private Runnable sleep = () -> {};

    JobList(Composite parent, PageContext page, CommunityContext community) {
        this.parent = parent;
        this.page = page;
        this.community = community;
        this.jobs = page.service(Jobs.class);
        this.wording = new JobWording(page);
    }

    void start() {
        parent.setLayout(Kit.grid(2, Kit.PAGE_MARGIN, 16));
        Kit.title(parent, wording.own("title.page")).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        left = Kit.box(parent, 1, 0);
        left.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        active = Kit.box(left, 1, 0);
        active.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ended = Kit.box(left, 1, 0);
        ended.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        side = Kit.box(parent, 1, 0);
        GridData place = new GridData(SWT.FILL, SWT.TOP, false, true);
        place.widthHint = SIDE;
        side.setLayoutData(place);
        Runnable unwatch = jobs.watch(community, this::changed);
        parent.addListener(SWT.Dispose, event -> {
            unwatch.run();
            sleep.run();
        });
        show(jobs.list(community));
        detail(page.argument());
    }

    /** From any thread; many changes make one look. */
    private void changed() {
        if (pending.compareAndSet(false, true)) {
            page.later(() -> {
                pending.set(false);
                if (!parent.isDisposed()) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        List<JobInfo> now = jobs.list(community);
        if (sameRows(now)) {
            Instant moment = Instant.now();
            rows.forEach(row -> now.stream()
                    .filter(job -> job.id().equals(row.id()))
                    .findFirst()
                    .ifPresent(job -> row.update(job, moment)));
        } else {
            show(now);
        }
        shown = now;
    }

    /** Whether only progress differs from what is shown. */
    private boolean sameRows(List<JobInfo> now) {
        return now.stream()
                .map(JobList::look)
                .toList()
                .equals(shown.stream().map(JobList::look).toList());
    }

    private static Object look(JobInfo job) {
        return List.of(job.id(), job.state().phase());
    }

    private void show(List<JobInfo> now) {
        shown = now;
        showActive(now.stream().filter(job -> !job.state().ended()).toList());
        showEnded(now.stream().filter(job -> job.state().ended()).toList());
        parent.layout(true, true);
    }

    private void showActive(List<JobInfo> now) {
        rows.clear();
        clear(active);
        sleep.run();
        sleep = now.isEmpty() ? () -> {} : page.awake();
        ((GridData) active.getLayoutData()).exclude = now.isEmpty();
        active.setVisible(!now.isEmpty());
        boolean all = community.may(Right.OVERSEE_JOBS);
        // those that run come first, those that wait in the order of their turn
        List<JobInfo> order = now.reversed().stream()
                .sorted((a, b) -> a.state().phase().compareTo(b.state().phase()) * -1)
                .toList();
        for (JobInfo job : order.subList(0, Math.min(MOST_ACTIVE, order.size()))) {
            rows.add(new JobRow(
                    active,
                    page,
                    community,
                    job,
                    all && !job.user().equals(community.account().id())));
        }
        if (order.size() > MOST_ACTIVE) {
            Kit.label(active, wording.own("active.more", order.size() - MOST_ACTIVE), "small", SWT.NONE);
        }
    }

    private void showEnded(List<JobInfo> now) {
        clear(ended);
        if (now.isEmpty()) {
            if (rows.isEmpty()) {
                Kit.empty(ended, wording.own("empty.title"), wording.own("empty.text"));
            }
            return;
        }
        boolean all = community.may(Right.OVERSEE_JOBS);
        Table table = table(all);
        now.forEach(job -> new TableItem(table, SWT.NONE).setText(cells(job, all)));
        table.addListener(SWT.Selection, event -> {
            String id = now.get(table.getSelectionIndex()).id().value().toString();
            page.became(id);
            detail(id);
        });
        Kit.label(ended, wording.own("kept"), "small", SWT.WRAP).setLayoutData(Kit.wide());
    }

    private Table table(boolean all) {
        List<String> titles = new ArrayList<>(
                List.of(wording.own("column.job"), wording.own("column.state"), wording.own("column.ended")));
        if (all) {
            titles.add(wording.own("column.by"));
        }
        int[] shares = all ? ALL : OWN;
        Table table = Kit.table(ended, titles, shares);
        FittedColumns.fit(table, shares);
        TestIds.set(table, "jobs.ended");
        return table;
    }

    private String[] cells(JobInfo job, boolean all) {
        List<String> cells = new ArrayList<>(List.of(
                wording.title(job),
                wording.phase(job.state().phase()),
                wording.time(job.ended().orElse(job.submitted()))));
        if (all) {
            cells.add(wording.account(job.user()));
        }
        return cells.toArray(String[]::new);
    }

    private void detail(String id) {
        clear(side);
        Optional<JobInfo> job = shown.stream()
                .filter(candidate -> candidate.id().value().toString().equals(id))
                .filter(candidate -> candidate.state().ended())
                .findFirst();
        job.ifPresent(chosen -> new JobCard(page, community, wording).show(side, chosen));
        ((GridData) side.getLayoutData()).exclude = job.isEmpty();
        side.setVisible(job.isPresent());
        ((GridData) left.getLayoutData()).horizontalSpan = job.isPresent() ? 1 : 2;
        parent.layout(true, true);
    }

    private static void clear(Composite area) {
        for (Control child : area.getChildren()) {
            child.dispose();
        }
    }
}
