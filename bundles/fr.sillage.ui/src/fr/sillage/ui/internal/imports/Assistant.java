package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Plans;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.jobs.Job;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From files over their columns to imports that run in the background: goes through the files one after the other
 * ({@link FileDecision}). A file that no import was started for is deleted with the page.
 */
final class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

    private final Composite parent;
    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;
    private final PageJob work;
    private final FileQueue queue = new FileQueue();
    private Optional<Runnable> awaited = Optional.empty();

    Assistant(Composite parent, PageContext page, CommunityContext community, Wording wording) {
        this.parent = parent;
        this.page = page;
        this.community = community;
        this.wording = wording;
        work = new PageJob(page, community);
    }

    void start() {
        Runnable sleep = page.awake();
        parent.addListener(SWT.Dispose, event -> {
            sleep.run();
            work.close();
            queue.close();
        });
        choose(Optional.empty());
    }

    PageContext page() {
        return page;
    }

    CommunityContext community() {
        return community;
    }

    Wording wording() {
        return wording;
    }

    /** What the page waits for. */
    PageJob work() {
        return work;
    }

    FileQueue queue() {
        return queue;
    }

    Imports imports() {
        return page.service(Imports.class).within(community);
    }

    private void choose(Optional<String> problem) {
        new UploadStep(
                        page,
                        wording,
                        page.service(SiloStore.class).open(community).spool(),
                        files -> {
                            queue.add(files);
                            next(Optional.empty());
                        },
                        this::choose)
                .show(cleared(), problem);
        parent.layout(true, true);
    }

    /** @param problem what went wrong with the file before */
    private void next(Optional<String> problem) {
        queue.next()
                .ifPresentOrElse(
                        file -> propose(file, imports -> imports.propose(file), Optional.empty(), problem), () -> {
                            if (queue.started().isEmpty() || problem.isPresent()) {
                                choose(problem);
                            } else {
                                runs();
                            }
                        });
    }

    /**
     * @param before where to go back to where that fails
     * @param problem with the file before
     */
    void propose(
            SpooledFile file, Recognition.Proposing proposing, Optional<FileStep> before, Optional<String> problem) {
        ProgressLine progress = waiting(file, before, problem);
        Recognition recognition = new Recognition(community, imports(), page.service(Plans.class));
        work.start(
                job -> recognition.find(file, proposing, before.isEmpty(), job),
                new PageJob.Listener<>(
                        state -> progress.move(state.fraction()),
                        found -> decide(file, found),
                        () -> next(Optional.empty()),
                        cause -> before.ifPresentOrElse(
                                step -> step.refused(sentence(cause)),
                                () -> next(Optional.of(wording.own("file.problem", file.name(), sentence(cause)))))));
    }

    private ProgressLine waiting(SpooledFile file, Optional<FileStep> before, Optional<String> problem) {
        if (before.isEmpty()) {
            StepLayout.head(cleared(), wording.own("plan.title", file.name()), Steps.FILE, wording);
            problem.ifPresent(sentence -> StepLayout.notice(parent, "danger", sentence));
        }
        ProgressLine progress = new ProgressLine(parent, wording, Optional.of(() -> cancel(before)));
        progress.show(wording.own("recognising"), -1);
        parent.layout(true, true);
        return progress;
    }

    /** Files with the same columns can follow one another into one data set: the import before is awaited. */
    private void decide(SpooledFile file, Found found) {
        if (queue.running() && found.saved().isPresent()) {
            waiting(file, Optional.empty(), Optional.empty()).show(wording.own("queue.wait"), -1);
            awaited = Optional.of(() -> decide(file, found));
            ended();
        } else {
            new FileDecision(this, file, found).show();
        }
    }

    /** The file is left aside, unless there is a step to go back to. */
    private void cancel(Optional<FileStep> before) {
        if (before.isPresent()) {
            work.cancel();
        } else {
            work.close();
            next(Optional.empty());
        }
    }

    /** The current file is somebody's no more: the next one, or another one. */
    void leaveAside() {
        queue.drop();
        next(Optional.empty());
    }

    /** The current file is being imported. */
    void started(Job<ImportRecord> job) {
        queue.started(job);
        job.watch(state -> {
            if (state.ended()) {
                page.later(this::ended);
            }
        });
        next(Optional.empty());
    }

    /** An import of this assistant has ended. */
    private void ended() {
        if (!queue.running() && !parent.isDisposed()) {
            Optional<Runnable> then = awaited;
            awaited = Optional.empty();
            then.ifPresent(Runnable::run);
        }
    }

    /** The current file was there for its plan only. */
    void planSaved(SavedPlan saved) {
        queue.drop();
        new PlanSaved(page, wording)
                .show(cleared(), saved, queue.more() ? Optional.of(() -> next(Optional.empty())) : Optional.empty());
        parent.layout(true, true);
    }

    private void runs() {
        new RunStep(page, community, wording, queue.started()).show(cleared());
        parent.layout(true, true);
    }

    String sentence(Throwable cause) {
        if (cause instanceof ImportException stopped) {
            return wording.reason(stopped);
        }
        LOG.error("an import failed", cause);
        return wording.own("failed");
    }

    /** The page's room, empty; what it waited for is stopped. */
    Composite cleared() {
        awaited = Optional.empty();
        work.close();
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
        return parent;
    }
}
