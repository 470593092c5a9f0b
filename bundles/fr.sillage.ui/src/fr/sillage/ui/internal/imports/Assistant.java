package fr.sillage.ui.internal.imports;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.Imports;
import fr.sillage.core.imports.Proposal;
import fr.sillage.core.imports.TooManyRejectsException;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a file over its columns to a data set; the spooled file lives no longer than this. */
final class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    private static final int LEAST_TEXT = 200;

    private final Composite parent;
    private final PageContext page;
    private final CommunityContext community;
    private final Wording wording;
    private final Background work;
    private Optional<SpooledFile> file = Optional.empty();

    Assistant(Composite parent, PageContext page, CommunityContext community, Wording wording) {
        this.parent = parent;
        this.page = page;
        this.community = community;
        this.wording = wording;
        work = new Background(page, community);
    }

    void start() {
        parent.addListener(SWT.Dispose, event -> {
            work.close();
            drop();
        });
        choose(Optional.empty());
    }

    private void choose(Optional<String> problem) {
        clear();
        drop();
        new UploadStep(
                        page,
                        wording,
                        page.service(SiloStore.class).open(community).spool(),
                        this::recognise)
                .show(parent, problem);
        parent.layout(true, true);
    }

    private void recognise(SpooledFile received) {
        file = Optional.of(received);
        clear();
        head(
                parent,
                wording.own("plan.title", received.name()),
                () -> choose(Optional.empty()),
                wording.own("plan.other"));
        ProgressLine progress = new ProgressLine(parent, wording, Optional.of(work::cancel));
        progress.show(wording.own("recognising"), -1);
        parent.layout(true, true);
        Imports imports = page.service(Imports.class);
        work.start(
                job -> imports.propose(received),
                new Background.Listener<>(
                        state -> progress.move(state.fraction()), proposal -> plan(received, proposal),
                        () -> choose(Optional.empty()), cause -> choose(Optional.of(sentence(cause)))));
    }

    private void plan(SpooledFile received, Proposal proposal) {
        clear();
        head(
                parent,
                wording.own("plan.title", received.name()),
                () -> choose(Optional.empty()),
                wording.own("plan.other"));
        PlanStep step = new PlanStep(wording, page, new Draft(proposal.plan()));
        step.show(parent, proposal.why(), accept -> run(received, step, accept), work::cancel);
        parent.layout(true, true);
        Imports imports = page.service(Imports.class);
        step.running(wording.own("profiling"), -1);
        work.start(
                job -> imports.profile(received, proposal.plan(), job),
                new Background.Listener<>(
                        state -> step.running(wording.own("profiling"), state.fraction()),
                        step::profiled,
                        step::quiet,
                        cause -> step.problem(sentence(cause))));
    }

    private void run(SpooledFile received, PlanStep step, boolean accept) {
        if (step.draft().name().isEmpty()) {
            step.problem(wording.own("name.missing"));
            return;
        }
        Imports imports = page.service(Imports.class);
        step.importing(wording.own("importing"), -1);
        work.start(
                job -> imports.run(community, received, step.draft().plan(), accept, job),
                new Background.Listener<>(
                        state -> step.importing(wording.own("importing"), state.fraction()),
                        this::report,
                        () -> step.problem(wording.own("cancelled")),
                        cause -> stopped(received, step, cause)));
    }

    private void stopped(SpooledFile received, PlanStep step, Throwable cause) {
        if (cause instanceof TooManyRejectsException rejects) {
            step.hide();
            new Report(wording, page).ask(parent, rejects, anyway -> {
                step.reveal();
                if (anyway) {
                    run(received, step, true);
                }
            });
        } else {
            step.problem(sentence(cause));
        }
    }

    private void report(ImportRecord done) {
        drop();
        clear();
        new Report(wording, page).show(parent, done);
        parent.layout(true, true);
    }

    private String sentence(Throwable cause) {
        if (cause instanceof ImportException stopped) {
            return wording.reason(stopped);
        }
        LOG.error("an import failed", cause);
        return wording.own("failed");
    }

    private void drop() {
        file.ifPresent(SpooledFile::close);
        file = Optional.empty();
    }

    private void clear() {
        work.close();
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
    }

    static void head(Composite parent, String title, Runnable back, String backLabel) {
        Composite head = Kit.box(parent, 2, 0);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        Kit.title(head, Wording.plain(title)).setLayoutData(wide);
        Kit.secondary(head, backLabel, back);
    }

    /** @param kind info, warning or danger */
    static Composite notice(Composite parent, String kind, String sentence) {
        Composite notice = Kit.notice(parent, kind, Wording.plain(sentence));
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        notice.setLayoutData(wide);
        return notice;
    }
}
