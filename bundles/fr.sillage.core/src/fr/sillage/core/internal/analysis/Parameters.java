package fr.sillage.core.internal.analysis;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Field;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.analysis.SlotTable;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.SlotDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an analysis is asked with, checked against what it declares. */
final class Parameters {
    private static final String CORE = "fr.sillage.core";

    private Parameters() {}

    /** @throws AnalysisException where filters or folded categories cannot be read */
    static Selection selection(Values parameters) throws AnalysisException {
        try {
            return Selection.of(parameters);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException(Message.of(CORE, "analysis.parameter.value", Selection.PARAMETER, ""));
        }
    }

    /**
     * With the defaults of these data.
     *
     * @throws AnalysisException where a slot is empty, or a value is missing, unknown or does not fit
     */
    static Values complete(AnalysisDescriptor analysis, Map<String, SlotTable> data, Values parameters)
            throws AnalysisException {
        for (SlotDescriptor slot : analysis.slots()) {
            if (!data.containsKey(slot.name())) {
                throw new AnalysisException(Message.of(CORE, "analysis.slot.empty", slot.name()));
            }
        }
        Values complete = parameters;
        Map<String, List<Field>> fields = new HashMap<>();
        data.forEach((slot, table) -> fields.put(slot, table.table().fields()));
        for (ParameterDescriptor declared : analysis.parameters()) {
            ParameterDescriptor parameter = declared.of(fields);
            Optional<String> value = parameters.get(parameter.name()).or(parameter::defaultValue);
            if (value.isPresent()) {
                check(parameter, value.get(), data);
                complete = complete.with(parameter.name(), value.get());
            } else if (parameter.required()) {
                throw new AnalysisException(Message.of(CORE, "analysis.parameter.missing", parameter.name()));
            }
        }
        for (String name : parameters.byName().keySet()) {
            if (analysis.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                throw new AnalysisException(Message.of(CORE, "analysis.parameter.unknown", name));
            }
        }
        return complete;
    }

    private static void check(ParameterDescriptor parameter, String value, Map<String, SlotTable> data)
            throws AnalysisException {
        boolean fits = switch (parameter.kind()) {
            case CHOICE -> parameter.choices().contains(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case COLUMN -> column(parameter, value, data);
            case TEXT, GROUPS -> true;
        };
        if (!fits) {
            throw new AnalysisException(Message.of(CORE, "analysis.parameter.value", parameter.name(), value));
        }
    }

    /** Whether it is of a type that the parameter takes. */
    private static boolean column(ParameterDescriptor parameter, String name, Map<String, SlotTable> data)
            throws AnalysisException {
        Field column = parameter.slot().map(data::get).stream()
                .flatMap(table -> table.table().fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AnalysisException(Message.of(CORE, "analysis.column.unknown", parameter.name(), name)));
        return parameter.takes(column);
    }
}
