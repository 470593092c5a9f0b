package fr.sillage.core.analysis;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.core.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person adds to the parameters of any analysis: which rows it looks at, and which categories count as one. It
 * travels with the parameters, as one of them.
 *
 * @param gathering whether the gate may gather categories of few persons
 *     ({@link fr.sillage.core.gate.rare.RareCategories})
 */
public record Selection(List<Choice> choices, List<Folding> foldings, boolean gathering) {
    /** Name of the parameter that holds rows and folded categories; no contribution can declare such a name. */
    public static final String PARAMETER = "core:selection";

    private static final String GATHERING = "core:gathering";

    public static final Selection ALL = new Selection(List.of(), List.of(), false);

    /** What a person begins with. */
    public static final Selection FIRST = ALL.gathering(true);

    private static final String CORE = "fr.sillage.core";

    /**
     * Rows by one column: by its values, or from one to another.
     *
     * @param except whether the rows are left out instead
     * @param values texts of categories; without any, the range counts
     * @param from number or ISO 8601 date, included; empty for no limit
     * @param to number or ISO 8601 date, included; empty for no limit
     */
    public record Choice(String slot, String column, boolean except, List<String> values, String from, String to) {
        public Choice {
            Objects.requireNonNull(slot);
            Objects.requireNonNull(column);
            values = List.copyOf(values);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
        }
    }

    /** Values of a column that count as one category. */
    public record Folding(String slot, String column, String name, List<String> values) {
        public Folding {
            Objects.requireNonNull(slot);
            Objects.requireNonNull(column);
            Objects.requireNonNull(name);
            values = List.copyOf(values);
        }
    }

    /** As it is written. */
    private record Chosen(List<Choice> choices, List<Folding> foldings) {}

    public Selection {
        choices = List.copyOf(choices);
        foldings = List.copyOf(foldings);
    }

    /** @throws IllegalArgumentException where the parameter holds something else */
    public static Selection of(Values values) {
        Chosen chosen = values.get(PARAMETER)
                .map(text -> Json.read(text, Chosen.class))
                .orElse(new Chosen(List.of(), List.of()));
        return new Selection(
                chosen.choices(), chosen.foldings(), values.get(GATHERING).isPresent());
    }

    /** The parameters of the analysis itself. */
    public static Values without(Values values) {
        Map<String, String> rest = new HashMap<>(values.byName());
        rest.remove(PARAMETER);
        rest.remove(GATHERING);
        return new Values(rest);
    }

    public Values in(Values values) {
        Values all = without(values);
        if (!choices.isEmpty() || !foldings.isEmpty()) {
            all = all.with(PARAMETER, Json.write(new Chosen(choices, foldings)));
        }
        return gathering ? all.with(GATHERING, "true") : all;
    }

    public Selection with(Choice choice) {
        List<Choice> all = new ArrayList<>(choices);
        all.add(choice);
        return new Selection(all, foldings, gathering);
    }

    public Selection without(Choice choice) {
        return new Selection(choices.stream().filter(c -> !c.equals(choice)).toList(), foldings, gathering);
    }

    public Selection with(Folding folding) {
        List<Folding> all = new ArrayList<>(foldings);
        all.add(folding);
        return new Selection(choices, all, gathering);
    }

    public Selection without(Folding folding) {
        return new Selection(
                choices, foldings.stream().filter(f -> !f.equals(folding)).toList(), gathering);
    }

    public Selection gathering(boolean other) {
        return new Selection(choices, foldings, other);
    }

    /**
     * @param fields columns of the data set in the slot
     * @throws AnalysisException where a column is not there or cannot be compared with what was chosen
     */
    public Filter filter(String slot, List<Field> fields) throws AnalysisException {
        List<Filter> filters = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.slot().equals(slot)) {
                Filter filter = filter(choice, field(choice.column(), fields));
                filters.add(choice.except() ? new Filter.Not(filter) : filter);
            }
        }
        return filters.size() == 1 ? filters.getFirst() : new Filter.And(filters);
    }

    /** The key over folded categories, where its column has some. */
    public Key folded(Key key) {
        Map<String, String> names = new HashMap<>();
        for (Folding folding : foldings) {
            if (folding.slot().equals(key.slot()) && folding.column().equals(key.column())) {
                folding.values().forEach(value -> names.put(value, folding.name()));
            }
        }
        return names.isEmpty() || !(key instanceof FieldRef field) ? key : new Key.Folded(field, names);
    }

    private static Field field(String column, List<Field> fields) throws AnalysisException {
        return fields.stream()
                .filter(f -> f.name().equals(column) && !f.roles().contains(RoleId.SUBJECT))
                .findFirst()
                .orElseThrow(() -> new AnalysisException(Message.of(CORE, "analysis.filter.column", column)));
    }

    private static Filter filter(Choice choice, Field field) throws AnalysisException {
        FieldRef column = new FieldRef(choice.slot(), choice.column());
        try {
            if (!choice.values().isEmpty() || field.type().isText()) {
                return new Filter.In(
                        column,
                        choice.values().stream()
                                .map(text -> constant(text, field.type()))
                                .toList());
            }
            return new Filter.Range(column, limit(choice.from(), field.type()), limit(choice.to(), field.type()));
        } catch (NumberFormatException | DateTimeException e) {
            throw new AnalysisException(Message.of(CORE, "analysis.filter.value", choice.column()));
        }
    }

    private static Optional<Filter.Limit> limit(String text, Type type) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Filter.Limit(constant(text, type), true));
    }

    private static Constant constant(String text, Type type) {
        return switch (type) {
            case CATEGORY, TEXT -> new Constant.Text(text);
            case INTEGER, DECIMAL -> new Constant.Number(new BigDecimal(text));
            case DATE, TIMESTAMP -> new Constant.Day(LocalDate.parse(text));
        };
    }
}
