package fr.sillage.core.internal.imports;

import fr.sillage.api.data.Field;
import fr.sillage.core.imports.ImportException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts the columns of a file where a data set has them.
 *
 * @param fields as they are stored, in the data set's order
 * @param from for each of them the position among the file's columns
 */
record ColumnOrder(List<Field> fields, List<Integer> from) {
    static ColumnOrder same(List<Field> fields) {
        return new ColumnOrder(fields, IntStream.range(0, fields.size()).boxed().toList());
    }

    /**
     * @param coming what an import would store
     * @param present what is stored
     * @throws ImportException where they are not the same columns of the same types
     */
    static ColumnOrder of(List<Field> coming, List<Field> present) throws ImportException {
        List<String> differ = Stream.concat(
                        coming.stream().filter(field -> !contains(present, field)),
                        present.stream().filter(field -> !contains(coming, field)))
                .map(Field::name)
                .distinct()
                .toList();
        if (!differ.isEmpty()) {
            throw FileReading.refused("plan.target.columns", differ.stream().collect(Collectors.joining(", ")));
        }
        List<Integer> from =
                present.stream().map(field -> position(coming, field)).toList();
        return new ColumnOrder(from.stream().map(coming::get).toList(), from);
    }

    private static boolean contains(List<Field> fields, Field wanted) {
        return position(fields, wanted) >= 0;
    }

    private static int position(List<Field> fields, Field wanted) {
        Optional<Field> same = fields.stream()
                .filter(field -> field.name().equals(wanted.name()) && field.type() == wanted.type())
                .findFirst();
        return same.map(fields::indexOf).orElse(-1);
    }

    <C> List<C> apply(List<C> columns) {
        return from.stream().map(columns::get).toList();
    }
}
