package fr.sillage.ui.internal.jobs;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportJob;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.JobInfo;
import fr.sillage.core.jobs.JobState.Phase;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.ui.kit.Icons;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.PageContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.rap.rwt.RWT;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/**
 * The person's own jobs in the header: how many run and how far they are, and that the last one has ended. A click
 * opens the list. Takes no room while there is nothing to say.
 */
public final class JobIndicator {
    private final Composite place;
    private final PageContext page;
    private final CommunityContext community;
    private final Jobs jobs;
    private final JobWording wording;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Set<JobId> awaited = new HashSet<>();
    private Optional<JobInfo> ended = Optional.empty();
    private Optional<Runnable> sleep = Optional.empty();
    private Button button;

    /** @param place in the header; with a grid of one column */
    public JobIndicator(Composite place, PageContext page) {
        this.place = place;
        this.page = page;
        this.community = page.community().orElseThrow();
        this.jobs = page.service(Jobs.class);
        this.wording = new JobWording(page);
    }

    public void start() {
        button = Kit.button(place, "", "linkSmall", this::open);
        button.setData(RWT.MARKUP_ENABLED, Boolean.TRUE);
        TestIds.set(button, "jobs.indicator");
        Runnable unwatch = jobs.watch(community, this::changed);
        place.addListener(SWT.Dispose, event -> {
            unwatch.run();
            sleep.ifPresent(Runnable::run);
        });
        refresh();
    }

    private void open() {
        page.open(JobsPage.ID, ended.map(job -> job.id().value().toString()).orElse(""));
    }

    /** The person looks at the list: what has ended need not be told any more. */
    public void seen() {
        ended = Optional.empty();
        refresh();
    }

    private void changed() {
        if (pending.compareAndSet(false, true)) {
            page.later(() -> {
                pending.set(false);
                if (!place.isDisposed()) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        List<JobInfo> own = jobs.list(community).stream()
                .filter(job -> job.user().equals(community.account().id()))
                .toList();
        List<JobInfo> active = own.stream().filter(job -> !job.state().ended()).toList();
        own.stream()
                .filter(job -> job.state().ended() && awaited.remove(job.id()))
                .filter(job -> job.state().phase() != Phase.CANCELLED)
                .toList() // all are taken note of, one is told
                .stream()
                .findFirst()
                .ifPresent(job -> ended = Optional.of(job));
        active.forEach(job -> awaited.add(job.id()));
        stayAwake(!active.isEmpty());
        say(active);
    }

    private void stayAwake(boolean needed) {
        if (needed && sleep.isEmpty()) {
            sleep = Optional.of(page.awake());
        } else if (!needed) {
            sleep.ifPresent(Runnable::run);
            sleep = Optional.empty();
        }
    }

    private void say(List<JobInfo> active) {
        String text = active.isEmpty() ? ended.map(this::ended).orElse("") : running(active);
        button.setText(
                text.isEmpty() ? "" : Icons.before(active.isEmpty() ? "list-todo" : "loader", Icons.PRIMARY, text));
        boolean shown = !text.isEmpty();
        if (button.getVisible() != shown || shown) {
            button.setVisible(shown);
            ((GridData) button.getLayoutData()).exclude = !shown;
            place.getParent().layout(true, true);
        }
    }

    private String running(List<JobInfo> active) {
        boolean imports = active.stream().allMatch(job -> job.spec().kind().equals(ImportJob.KIND));
        String count = wording.own(imports ? "indicator.imports" : "indicator.jobs", active.size());
        double far = active.stream()
                .mapToDouble(job -> Math.max(0, job.state().fraction()))
                .average()
                .orElse(0);
        return far > 0 ? wording.own("indicator.far", count, wording.percent(far)) : count;
    }

    private String ended(JobInfo job) {
        return wording.own(
                "indicator.ended", wording.kind(job), wording.phase(job.state().phase()));
    }
}
