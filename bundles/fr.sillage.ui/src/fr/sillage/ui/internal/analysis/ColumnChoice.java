package fr.sillage.ui.internal.analysis;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a data set that one may count by, and those to begin with.
 *
 * @param columns in the data set's order
 */
public record ColumnChoice(List<Field> columns) {
    private static final Set<Type> COUNTABLE = Set.of(Type.CATEGORY, Type.INTEGER, Type.DATE);

    public ColumnChoice {
        columns = List.copyOf(columns);
    }

    /** Neither person keys nor texts nor measured numbers. */
    public static ColumnChoice of(List<Field> fields) {
        return new ColumnChoice(fields.stream()
                .filter(field -> COUNTABLE.contains(field.type()))
                .filter(field -> field.privacy() != Privacy.DIRECT_IDENTIFIER)
                .filter(field -> !field.roles().contains(RoleId.SUBJECT))
                .toList());
    }

    /** Those that rows may be chosen by: numbers with decimals and time stamps too. */
    List<Field> filterable(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.type() != Type.TEXT)
                .filter(field -> field.privacy() != Privacy.DIRECT_IDENTIFIER)
                .filter(field -> !field.roles().contains(RoleId.SUBJECT))
                .toList();
    }

    public List<String> names() {
        return columns.stream().map(Field::name).toList();
    }

    /**
     * One column for each parameter, each another as long as there are enough: the last parameter gets what was
     * chosen ({@code core:item}), the ones before what says something about the persons.
     *
     * @param declared what the parameters declare as default
     */
    List<Optional<String>> initial(List<Optional<String>> declared) {
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
            Optional<String> column = declared.get(i)
                    .filter(names()::contains)
                    .or(() -> last ? item : Optional.empty())
                    .or(() -> aboutPersons(taken))
                    .or(() -> names().stream().findFirst());
            column.ifPresent(taken::add);
            initial.add(column);
        }
        return initial;
    }

    private Optional<String> aboutPersons(Set<String> taken) {
        return columns.stream()
                .filter(field -> !taken.contains(field.name()))
                .min(Comparator.comparing((Field field) -> field.privacy() != Privacy.QUASI_IDENTIFIER)
                        .thenComparing(field -> field.type() != Type.CATEGORY)
                        .thenComparing(field -> !field.roles().contains(RoleId.CATEGORY)))
                .map(Field::name);
    }
}
