package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.core.analysis.Analyses;
import fr.sillage.core.analysis.AnalysisJob;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.core.jobs.JobSpec;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;

/** What a person chooses of an analysis and its data: parameters, filters, folded categories. */
final class Choices {
    private static final int MOST_CATEGORIES = 2_000;

    private final PageContext page;
    private final CommunityContext community;
    private final AnalysisDescriptor analysis;
    private final DataSet data;
    private final Wording wording;
    private final Runnable changed;
    private final ColumnChoice columns;
    private ParameterForm form;
    private SelectionBar bar;

    Choices(
            PageContext page,
            CommunityContext community,
            AnalysisDescriptor analysis,
            DataSet data,
            Wording wording,
            Runnable changed) {
        this.page = page;
        this.community = community;
        this.analysis = analysis;
        this.data = data;
        this.wording = wording;
        this.changed = changed;
        this.columns = ColumnChoice.of(data.fields());
    }

    /** @param below where the sentences of filters and folded categories go */
    void show(Composite line, Composite below, AnalysisState start) {
        form = new ParameterForm(line, parameters(start.values()), columns, wording, changed);
        bar = new SelectionBar(
                line,
                below,
                wording,
                analysis.slots().getFirst().name(),
                columns.filterable(),
                start.selection(),
                this::categories,
                selection -> changed.run());
    }

    /** Whether there is no column to choose where one is needed. */
    boolean none() {
        return analysis.parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterDescriptor.Kind.COLUMN && parameter.required())
                .anyMatch(parameter -> columns.names(parameter).isEmpty());
    }

    void off() {
        form.area().setEnabled(false);
        bar.off();
    }

    Values values() {
        return bar.selection().in(form.values());
    }

    /** The analysis of what is chosen; people tell it from others by its columns. */
    JobSpec job() {
        Map<String, DataSetId> slots =
                analysis.slots().stream().collect(Collectors.toMap(SlotDescriptor::name, slot -> data.id()));
        Values chosen = form.values();
        String asked = analysis.parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterDescriptor.Kind.COLUMN)
                .map(parameter -> chosen.get(parameter.name()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" × "));
        return new AnalysisJob(analysis.id(), slots, values())
                .spec(asked.isEmpty() ? data.name() : asked + " · " + data.name());
    }

    /** With what was chosen already, or the defaults that count for these data. */
    private List<ParameterDescriptor> parameters(Values chosen) {
        Map<String, List<Field>> fields =
                analysis.slots().stream().collect(Collectors.toMap(SlotDescriptor::name, slot -> data.fields()));
        return analysis.parameters().stream()
                .map(parameter -> parameter.of(fields))
                .map(parameter ->
                        chosen.get(parameter.name()).map(parameter::withDefault).orElse(parameter))
                .toList();
    }

    private List<String> categories(String column) {
        return page.service(Analyses.class).categories(community, data.id(), column, MOST_CATEGORIES);
    }
}
