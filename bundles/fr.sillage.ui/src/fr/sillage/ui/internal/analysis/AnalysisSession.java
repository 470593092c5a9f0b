package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Field;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.jobs.JobState;
import fr.sillage.core.jobs.Jobs;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.ui.internal.jobs.PageJob;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The analysis page at work: choices lead to a run, a run to a result; the last result stays until the next. */
final class AnalysisSession {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisSession.class);

    private static final int MOST_CATEGORIES = 2_000;

    private final Composite content;
    private final PageContext page;
    private final CommunityContext community;
    private final AnalysisDescriptor analysis;
    private final DataSet data;
    private final Wording wording;
    private final Runnable resized;
    private final PageJob run;
    private final Values chosen;
    private Label title;
    private Label subtitle;
    private Optional<ExportBar> export = Optional.empty();
    private ParameterForm form;
    private SelectionBar bar;
    private StatusLine status;
    private ResultView result;
    private GoneNotice notice;
    /** Whether the analysis is there to be run. */
    private boolean here = true;

    private Optional<Published> last = Optional.empty();

    AnalysisSession(
            Composite content,
            PageContext page,
            CommunityContext community,
            AnalysisDescriptor analysis,
            DataSet data,
            Values chosen,
            Wording wording,
            Runnable resized) {
        this.content = content;
        this.page = page;
        this.community = community;
        this.analysis = analysis;
        this.data = data;
        this.chosen = chosen;
        this.wording = wording;
        this.resized = resized;
        this.run = new PageJob(page, community);
    }

    void start() {
        head();
        notice = new GoneNotice(
                content,
                wording,
                resized,
                () -> page.open("analysis", argument().text()));
        ColumnChoice columns = ColumnChoice.of(data.fields());
        Composite choices = Look.row(content, 3);
        form = new ParameterForm(choices, parameters(), columns, wording, this::chosen);
        bar = new SelectionBar(
                choices,
                content,
                wording,
                analysis.slots().getFirst().name(),
                columns.filterable(data.fields()),
                selection(),
                this::categories,
                selection -> compute());
        status = new StatusLine(choices, content, wording, this::compute, run::cancel);
        result = new ResultView(content, wording, resized);
        result.area().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        LiveExtensions.follow(content, page, this::extensionsChanged);
        if (columns.columns().isEmpty()) {
            status.problem(wording.own("no.columns"));
        } else if (isHere()) {
            compute();
        } else {
            gone();
            LastResult.of(community.community().id(), argument()).ifPresent(kept -> show(kept.published()));
            notice.say(false, last.isPresent());
        }
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
        form.area().setEnabled(false);
        bar.off();
        status.off();
        // what its own view drew is code that is gone
        if (analysis.view().isPresent()) {
            last.ifPresent(this::show);
        }
    }

    void close() {
        run.close();
    }

    private Selection selection() {
        try {
            return Selection.of(chosen);
        } catch (IllegalArgumentException e) {
            return Selection.ALL; // an address that somebody wrote by hand
        }
    }

    private List<String> categories(String column) {
        return page.service(Analyses.class).categories(community, data.id(), column, MOST_CATEGORIES);
    }

    /** What is chosen, with filters and folded categories. */
    private Values values() {
        return bar.selection().in(form.values());
    }

    private void head() {
        Composite head = Look.row(content, 2);
        Composite names = Look.column(head);
        names.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        title = Look.title(names, wording.analysisName());
        title.setLayoutData(Kit.wide());
        subtitle = Look.text(
                names,
                sourced(wording.own(
                        "subtitle",
                        wording.count(data.rows()),
                        wording.rows(),
                        data.name(),
                        wording.day(data.imported()))),
                Look.Ink.SMALL);
        subtitle.setLayoutData(Kit.wide());
        if (community.may(Right.EXPORT_RESULTS)) {
            export = Optional.of(new ExportBar(head, data, wording, this::problem));
        }
    }

    /** The person chose something else. */
    private void chosen() {
        page.became(argument().text());
        compute();
    }

    private PageArgument argument() {
        return new PageArgument(analysis.id(), data.id(), form.values());
    }

    /** With what was chosen already, or the defaults that count for these data. */
    private List<ParameterDescriptor> parameters() {
        Map<String, List<Field>> fields =
                analysis.slots().stream().collect(Collectors.toMap(SlotDescriptor::name, slot -> data.fields()));
        return analysis.parameters().stream()
                .map(parameter -> parameter.of(fields))
                .map(parameter ->
                        chosen.get(parameter.name()).map(parameter::withDefault).orElse(parameter))
                .toList();
    }

    /** With the data's source, where it is to be named. */
    private String sourced(String facts) {
        return data.attribution().isEmpty() ? facts : facts + " · " + data.attribution();
    }

    private void compute() {
        Map<String, DataSetId> slots =
                analysis.slots().stream().collect(Collectors.toMap(SlotDescriptor::name, slot -> data.id()));
        run.follow(
                page.service(Jobs.class)
                        .submit(
                                community,
                                new AnalysisJob(analysis.id(), slots, values()).spec(data.name()),
                                Published.class),
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
        new LastResult(community.community().id(), argument(), analysis, published).keep();
        if (here) {
            status.quiet();
        }
        show(published);
    }

    private void show(Published published) {
        last = Optional.of(published);
        title.setText(Look.plain(title(published.provenance().parameters())));
        statistic(published, "persons")
                .ifPresent(persons -> subtitle.setText(Look.plain(sourced(wording.own(
                        "subtitle.persons",
                        wording.count(statistic(published, "rows").orElse(data.rows())),
                        wording.rows(),
                        wording.count(persons),
                        data.name(),
                        wording.day(data.imported()))))));
        result.show(published, here ? analysis.view() : Optional.empty());
        export.ifPresent(bar -> bar.show(published, title(published.provenance().parameters()), result::order));
    }

    private void cancelled() {
        if (!content.isDisposed() && here) {
            status.problem(wording.own("cancelled"));
        }
    }

    private void failed(Throwable cause) {
        if (cause instanceof AnalysisException e) {
            String sentence = wording.reason(e.reason());
            problem(last.isPresent() ? sentence + " " + wording.own("shown.before") : sentence);
        } else if (cause instanceof ExtensionException e) {
            problem(wording.reason(e.reason()));
        } else {
            LOG.error("analysis {} failed", analysis.id(), cause);
            problem(wording.own("failed"));
        }
    }

    private void problem(String sentence) {
        if (!content.isDisposed() && here) {
            status.problem(sentence);
        }
    }

    private String title(Values values) {
        List<String> columns = wording.columns(values);
        return columns.size() == 2
                ? wording.own("title.between", wording.analysisName(), columns.get(0), columns.get(1))
                : wording.analysisName();
    }

    private static OptionalDouble statistic(Published published, String name) {
        return published.tables().stream()
                .filter(table -> table.id().equals("statistics"))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.getFirst() instanceof PublishedValue.Term term
                        && term.id().equals(name))
                .map(List::getLast)
                .filter(PublishedValue.Number.class::isInstance)
                .map(PublishedValue.Number.class::cast)
                .mapToDouble(PublishedValue.Number::value)
                .filter(Double::isFinite)
                .findFirst();
    }
}
