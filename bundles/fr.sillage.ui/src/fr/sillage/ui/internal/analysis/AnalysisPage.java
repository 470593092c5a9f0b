package fr.sillage.ui.internal.analysis;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.RowKind;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.jobs.JobId;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.AnalysisStates;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.results.SavedAnalyses;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.kit.Scrolled;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.Page;
import fr.sillage.ui.page.PageContext;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One analysis of one data set, or a result that is kept; opened with a {@link PageArgument}. */
public final class AnalysisPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisPage.class);

    private PageContext page;
    private Messages messages;
    private CommunityContext community;
    private Scrolled scrolled;

    @Override
    public void create(Composite parent, PageContext context) {
        page = context;
        messages = Messages.of(AnalysisPage.class, context.locale());
        scrolled = Scrolled.in(parent);
        Optional<CommunityContext> member = context.community();
        Optional<PageArgument> argument = PageArgument.of(context.argument());
        if (member.isEmpty() || argument.isEmpty()) {
            gone();
            return;
        }
        community = member.get();
        boolean kept = argument.get() instanceof PageArgument.OfSaved;
        if (!kept && !community.may(Right.RUN_ANALYSES)) {
            Kit.empty(scrolled.content(), messages.get("may.not.title"), messages.get("may.not"));
            return;
        }
        switch (argument.get()) {
            case PageArgument.Fresh fresh -> show(Opened.of(AnalysisState.of(fresh.analysis(), fresh.dataSet())));
            case PageArgument.OfState state ->
                page.service(AnalysisStates.class)
                        .find(community, state.id())
                        .ifPresentOrElse(found -> show(Opened.of(found)), this::gone);
            case PageArgument.OfSaved saved -> load(job -> saved(saved, job));
            case PageArgument.OfJob job -> load(control -> ofJob(job.id(), control));
        }
    }

    private Opened saved(PageArgument.OfSaved argument, JobControl job) throws AnalysisException {
        SavedAnalyses all = page.service(SavedAnalyses.class);
        KeptResult kept = all.open(community, argument.id(), job);
        return Opened.of(kept, all.find(community, argument.id()));
    }

    /** What the job has found; where that is not kept it is found once more. */
    private Opened ofJob(JobId id, JobControl control) throws AnalysisException {
        Optional<KeptResult> kept = page.service(SavedAnalyses.class).ofJob(community, id, control);
        if (kept.isPresent()) {
            return Opened.of(kept.get(), Optional.empty());
        }
        AnalysisJob job = page.service(Jobs.class)
                .find(community, id)
                .map(info -> AnalysisJob.of(info.spec()))
                .orElseThrow(() -> new AnalysisException(Message.of("fr.sillage.core", "result.gone")));
        return Opened.of(new AnalysisState(
                job.analysis(), job.data().values().iterator().next(), job.parameters(), Values.NONE));
    }

    private void load(Jobs.Work<Opened> work) {
        PageJob job = new PageJob(page, community);
        Composite content = scrolled.content();
        Kit.label(content, messages.get("opening"), "secondary", SWT.NONE);
        content.addListener(SWT.Dispose, event -> job.close());
        job.start(
                work,
                new PageJob.Listener<>(state -> {}, opened -> instead(() -> show(opened)), () -> {}, this::failed));
    }

    private void failed(Throwable cause) {
        String sentence = cause instanceof AnalysisException e
                ? page.service(Texts.class).text(e.reason(), page.locale())
                : messages.get("failed");
        if (!(cause instanceof AnalysisException)) {
            LOG.error("a kept result cannot be opened", cause);
        }
        instead(() -> refused(sentence));
    }

    private void instead(Runnable fill) {
        if (scrolled.content().isDisposed()) {
            return;
        }
        for (Control child : scrolled.content().getChildren()) {
            child.dispose();
        }
        fill.run();
        scrolled.fit();
    }

    private void gone() {
        refused(messages.get("gone"));
    }

    private void refused(String sentence) {
        Composite card = Kit.empty(scrolled.content(), messages.get("gone.title"), sentence);
        Look.identify(card, "analysis.refused");
        Look.button(card, messages.get("gone.button"), true, () -> page.open("analyses", ""));
    }

    private void show(Opened opened) {
        AnalysisState state = opened.state();
        Optional<DataSet> data = page.service(SiloStore.class).open(community).dataSet(state.dataSet());
        Optional<LastResult> last = LastResult.of(community.community().id(), state);
        Optional<AnalysisDescriptor> analysis = LiveExtensions.of(page)
                .analysis(state.analysis())
                .or(() -> opened.kept().map(KeptResult::analysis))
                .or(() -> last.map(LastResult::analysis));
        Composite content = scrolled.content();
        GridLayout layout = Look.grid(1, Kit.PAGE_MARGIN);
        layout.marginHeight = 10;
        layout.verticalSpacing = 6;
        content.setLayout(layout);
        if (opened.kept().isPresent() && (data.isEmpty() || !community.may(Right.RUN_ANALYSES))) {
            new KeptView(content, page, community, opened, data, scrolled::fit).show();
            return;
        }
        if (analysis.isEmpty() || data.isEmpty()) {
            gone();
            return;
        }
        RowKind rows = RowKind.of(data.get().fields());
        Wording wording = new Wording(page.service(Texts.class).speakingOf(rows), analysis.get(), rows, page.locale());
        AnalysisSession session = new AnalysisSession(
                content, page, community, analysis.get(), data.get(), opened, wording, scrolled::fit);
        content.addListener(SWT.Dispose, event -> session.close());
        session.start();
    }
}
