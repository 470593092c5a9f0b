package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.ParameterDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a data set that a parameter may name, and those to begin with.
 *
 * @param columns in the data set's order
 */
public record ColumnChoice(List<Field> columns) {
    public ColumnChoice {
        columns = List.copyOf(columns);
    }

    /** Neither person keys nor what names persons. */
    public static ColumnChoice of(List<Field> fields) {
        return new ColumnChoice(fields.stream()
                .filter(field -> field.privacy() != Privacy.DIRECT_IDENTIFIER)
                .filter(field -> !field.roles().contains(RoleId.SUBJECT))
                .toList());
    }

    /** Those that rows may be chosen by. */
    List<Field> filterable() {
        return columns.stream().filter(field -> field.type() != Type.TEXT).toList();
    }

    /** Those that a parameter offers. */
    public List<String> names(ParameterDescriptor parameter) {
        return offered(parameter).map(Field::name).toList();
    }

    private Stream<Field> offered(ParameterDescriptor parameter) {
        return columns.stream().filter(parameter::offers);
    }

    /**
     * One column for each parameter, each another as long as there are enough: the last parameter gets what was
     * chosen ({@code core:item}), the ones before what says something about the persons.
     *
     * @param declared those that name a column, with their defaults
     */
    List<Optional<String>> initial(List<ParameterDescriptor> declared) {
        List<Optional<String>> initial = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Optional<String> item = columns.stream()
                .filter(field -> field.roles().contains(RoleId.ITEM))
                .map(Field::name)
                .findFirst();
        if (declared.size() > 1) {
            item.ifPresent(taken::add);
        }
        for (int i = 0; i < declared.size(); i++) {
            boolean last = declared.size() > 1 && i == declared.size() - 1;
            ParameterDescriptor parameter = declared.get(i);
            List<String> names = names(parameter);
            Optional<String> column = parameter
                    .defaultValue()
                    .filter(names::contains)
                    .or(() -> last ? item.filter(names::contains) : Optional.empty())
                    .or(() -> aboutPersons(parameter, taken))
                    .or(() -> names.stream().findFirst());
            column.ifPresent(taken::add);
            initial.add(column);
        }
        return initial;
    }

    private Optional<String> aboutPersons(ParameterDescriptor parameter, Set<String> taken) {
        return offered(parameter)
                .filter(field -> !taken.contains(field.name()))
                .min(Comparator.comparing((Field field) -> field.privacy() != Privacy.QUASI_IDENTIFIER)
                        .thenComparing(field -> field.type() != Type.CATEGORY)
                        .thenComparing(field -> !field.roles().contains(RoleId.CATEGORY)))
                .map(Field::name);
    }
}
