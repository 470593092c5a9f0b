package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.api.published.Published;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.AnalysisStates;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloException;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.internal.saved.ChangesCard;
import fr.sillage.ui.internal.saved.SavedBar;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an analysis page keeps what it shows: in its address, as a saved analysis, beside what was saved before. */
final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    private final PageContext page;
    private final CommunityContext community;
    private final Opened opened;
    private final Wording wording;
    private final PageJob run;
    private final Supplier<AnalysisState> state;
    private SavedBar saved;
    private Composite differences;

    /**
     * @param run what the page waits for
     * @param state what the page shows now
     */
    Keeping(
            PageContext page,
            CommunityContext community,
            Opened opened,
            Wording wording,
            PageJob run,
            Supplier<AnalysisState> state) {
        this.page = page;
        this.community = community;
        this.opened = opened;
        this.wording = wording;
        this.run = run;
        this.state = state;
    }

    /**
     * @param again computes the same on the data of now
     * @param listener of the renewing; what is done then is the page's own
     */
    void bar(Composite parent, DataSet data, Runnable again, PageJob.Listener<Object> listener) {
        saved = new SavedBar(page, community, opened.saved(), Optional.of(data), again, id -> renew(id, listener));
        saved.show(parent);
    }

    /** Where differences are shown. */
    void differences(Composite parent) {
        differences = Look.column(parent);
        differences.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    /** Leads here again; what is saved stays where it is as long as nothing else is asked. */
    String address() {
        AnalysisState now = state.get();
        return opened.saved().isPresent() && asksTheSame(now.values()) ? page.argument() : kept(now);
    }

    /** Where nothing can be written the address stays: what was asked can be answered all the same. */
    private String kept(AnalysisState now) {
        try {
            return new PageArgument.OfState(page.service(AnalysisStates.class).keep(community, now)).text();
        } catch (SiloException e) {
            LOG.warn("what an analysis page shows cannot be kept", e);
            return page.argument();
        }
    }

    private boolean asksTheSame(Values values) {
        return opened.kept()
                .filter(kept -> kept.state().values().equals(values))
                .isPresent();
    }

    /** What changed since the result that the page was opened with, where the same was asked. */
    void compare(Published published) {
        for (Control child : differences.getChildren()) {
            child.dispose();
        }
        boolean comparable = asksTheSame(state.get().values());
        if (comparable) {
            Values asked = published.provenance().parameters();
            new ChangesCard(page, wording::term, axis -> wording.columnOf(axis, asked))
                    .show(
                            differences,
                            opened.kept().orElseThrow(),
                            published,
                            community.community().threshold());
        }
        saved.computed(comparable);
    }

    /** The result of now takes the place of the saved one. */
    private void renew(UUID id, PageJob.Listener<Object> listener) {
        AnalysisState now = state.get();
        run.start(
                job -> page.service(SavedAnalyses.class).renew(community, id, now, job),
                new PageJob.Listener<>(
                        listener.running(),
                        kept -> page.open("analysis", page.argument()),
                        listener.cancelled(),
                        listener.failed()));
    }

    /**
     * Keeps the result under a name and opens it.
     *
     * @param sentence says why something failed
     */
    void save(
            String name,
            String description,
            Consumer<String> refused,
            PageJob.Listener<Object> listener,
            Function<Throwable, String> sentence) {
        AnalysisState now = state.get();
        run.start(
                job -> page.service(SavedAnalyses.class).save(community, name, description, now, job),
                new PageJob.Listener<>(
                        listener.running(),
                        kept -> page.open("analysis", new PageArgument.OfSaved(kept.id()).text()),
                        listener.cancelled(),
                        cause -> refused.accept(sentence.apply(cause))));
    }
}
