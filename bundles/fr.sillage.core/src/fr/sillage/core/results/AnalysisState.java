package fr.sillage.core.results;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.silo.DataSetId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked of which data, and how it is looked at.
 *
 * @param analysis id or short name
 * @param values parameters, with filters and folded categories ({@link fr.sillage.core.analysis.Selection})
 * @param look what the page alone knows: percentages, order
 */
public record AnalysisState(String analysis, DataSetId dataSet, Values values, Values look) {
    public AnalysisState {
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(dataSet);
        Objects.requireNonNull(values);
        Objects.requireNonNull(look);
    }

    /** Nothing is chosen yet. */
    public static AnalysisState of(String analysis, DataSetId dataSet) {
        return new AnalysisState(analysis, dataSet, Selection.FIRST.in(Values.NONE), Values.NONE);
    }

    /**
     * The columns that are named and not there, each once.
     *
     * @param declared the analysis that is meant
     * @param fields of the data
     */
    public List<String> columnsMissingIn(AnalysisDescriptor declared, List<Field> fields) {
        Set<String> named = new LinkedHashSet<>();
        declared.parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterDescriptor.Kind.COLUMN)
                .flatMap(parameter -> values.get(parameter.name()).stream())
                .forEach(named::add);
        Selection selection = selection();
        selection.choices().forEach(choice -> named.add(choice.column()));
        selection.foldings().forEach(folding -> named.add(folding.column()));
        fields.forEach(field -> named.remove(field.name()));
        return List.copyOf(named);
    }

    /** Filters and folded categories; none where somebody wrote them by hand, wrongly. */
    public Selection selection() {
        try {
            return Selection.of(values);
        } catch (IllegalArgumentException e) {
            return Selection.ALL;
        }
    }
}
