package fr.sillage.ui.internal.analysis;

import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.Published;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.internal.saved.SaveDialog;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The analysis page at work: choices lead to a run, a run to a result; the last result stays until the next. */
final class AnalysisSession {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisSession.class);

    private final Composite content;
    private final PageContext page;
    private final CommunityContext community;
    private final AnalysisDescriptor analysis;
    private final DataSet data;
    private final Wording wording;
    private final Runnable resized;
    private final PageJob run;
    private final Opened opened;
    private final Keeping keeping;
    private AnalysisHead head;
    private Choices choices;
    private StatusLine status;
    private ResultView result;
    private GoneNotice notice;
    private View view;
    /** Whether the analysis is there to be run. */
    private boolean here = true;

    private Optional<Published> last = Optional.empty();

    AnalysisSession(
            Composite content,
            PageContext page,
            CommunityContext community,
            AnalysisDescriptor analysis,
            DataSet data,
            Opened opened,
            Wording wording,
            Runnable resized) {
        this.content = content;
        this.page = page;
        this.community = community;
        this.analysis = analysis;
        this.data = data;
        this.opened = opened;
        this.view = View.of(opened.state().look());
        this.wording = wording;
        this.resized = resized;
        this.run = new PageJob(page, community);
        this.keeping = new Keeping(page, community, opened, wording, run, this::state);
    }

    void start() {
        head = new AnalysisHead(content, community, data, wording, this::save, this::problem);
        notice = new GoneNotice(content, wording, resized, () -> page.open("analysis", keeping.address()));
        keeping.bar(content, data, this::again, awaiting());
        Composite line = Look.row(content, 3);
        choices = new Choices(page, community, analysis, data, wording, this::chosen);
        choices.show(line, content, opened.state());
        status = new StatusLine(line, content, wording, this::compute, run::cancel);
        keeping.differences(content);
        resultIn(opened.kept().map(kept -> Wording.of(kept, wording.locale())).orElse(wording));
        LiveExtensions.follow(content, page, this::extensionsChanged);
        if (!isHere()) {
            gone();
        }
        if (opened.kept().isPresent()) {
            show(opened.kept().get().published());
        } else if (!here) {
            LastResult.of(community.community().id(), opened.state()).ifPresent(kept -> show(kept.published()));
        } else if (choices.none()) {
            status.problem(wording.own("no.columns"));
        } else if (missing().isEmpty()) {
            compute();
        }
        if (!here) {
            notice.say(false, last.isPresent());
        } else if (!missing().isEmpty()) {
            status.missing(wording.own("columns.missing", data.version(), String.join(", ", missing())));
        }
    }

    /** Columns that were asked about and are not in these data any more. */
    private List<String> missing() {
        return opened.state().columnsMissingIn(analysis, data.fields());
    }

    private void resultIn(Wording words) {
        boolean ownFirst = true;
        if (result != null) {
            ownFirst = result.ownFirst();
            result.area().dispose();
        }
        result = new ResultView(content, words, resized);
        result.ownFirst(ownFirst);
        result.area().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        result.look(view, other -> {
            view = other;
            page.became(keeping.address());
        });
    }

    private boolean isHere() {
        return LiveExtensions.of(page).analysis(analysis.id()).isPresent();
    }

    /** Extensions came, went, were enabled or disabled. */
    private void extensionsChanged() {
        Optional<AnalysisDescriptor> now = LiveExtensions.of(page).analysis(analysis.id());
        // one that was replaced is another one: nobody may have seen it gone
        if (here && now.filter(found -> found == analysis).isEmpty()) {
            gone();
        }
        if (!here) {
            notice.say(now.isPresent(), last.isPresent());
        }
    }

    /** The result stays to be read; nothing can be computed any more. */
    private void gone() {
        here = false;
        run.cancel();
        choices.off();
        status.off();
        head.off();
        // what its own view drew is code that is gone
        if (analysis.view().isPresent()) {
            last.ifPresent(this::show);
        }
    }

    void close() {
        run.close();
    }

    /** The person chose something else. */
    private void chosen() {
        page.became(keeping.address());
        compute();
    }

    private AnalysisState state() {
        return new AnalysisState(analysis.id(), data.id(), choices.values(), view.values());
    }

    /** The same on the data of now. */
    private void again() {
        if (missing().isEmpty()) {
            compute();
        }
    }

    private void save(String name, String description, Consumer<String> refused) {
        keeping.save(
                name,
                description,
                sentence -> {
                    status.quiet();
                    refused.accept(sentence);
                },
                awaiting(),
                this::sentence);
    }

    /** Whatever the page waits for besides a result. */
    private PageJob.Listener<Object> awaiting() {
        return new PageJob.Listener<>(this::running, value -> {}, this::cancelled, this::failed);
    }

    private void compute() {
        run.follow(
                page.service(Jobs.class).submit(community, choices.job(), Published.class),
                new PageJob.Listener<>(this::running, this::done, this::cancelled, this::failed));
    }

    private void running(JobState state) {
        if (!content.isDisposed()) {
            status.running(state.fraction());
        }
    }

    private void done(Published published) {
        if (content.isDisposed()) {
            return;
        }
        new LastResult(community.community().id(), state(), analysis, published).keep();
        if (here) {
            status.quiet();
        }
        keeping.compare(published);
        resultIn(wording);
        show(published);
    }

    private void show(Published published) {
        last = Optional.of(published);
        result.show(published, here ? analysis.view() : Optional.empty());
        head.show(published, of(published), data.version(), here, result::order);
    }

    /** The data as they were, where that version is still kept. */
    private DataSet of(Published published) {
        int version = published.provenance().data().getFirst().version();
        return version == data.version()
                ? data
                : page.service(SiloStore.class).open(community).earlier(data.id()).stream()
                        .filter(earlier -> earlier.version() == version)
                        .findFirst()
                        .orElse(data);
    }

    private void cancelled() {
        if (!content.isDisposed() && here) {
            status.problem(wording.own("cancelled"));
        }
    }

    private void failed(Throwable cause) {
        String sentence = sentence(cause);
        problem(
                cause instanceof AnalysisException && last.isPresent()
                        ? sentence + " " + wording.own("shown.before")
                        : sentence);
    }

    private String sentence(Throwable cause) {
        return switch (cause) {
            case AnalysisException e -> wording.reason(e.reason());
            case ExtensionException e -> wording.reason(e.reason());
            case DuplicateNameException e -> SaveDialog.taken(wording.locale());
            default -> {
                LOG.error("analysis {} failed", analysis.id(), cause);
                yield wording.own(NotWritableException.isBehind(cause) ? "unwritable" : "failed");
            }
        };
    }

    private void problem(String sentence) {
        if (!content.isDisposed() && here) {
            status.problem(sentence);
        }
    }
}
