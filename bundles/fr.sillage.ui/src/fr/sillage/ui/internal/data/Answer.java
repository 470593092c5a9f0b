package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.extension.ParameterDescriptor.Kind;
import fr.sillage.core.extension.SlotDescriptor;
import fr.sillage.ui.internal.analysis.ColumnChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an analysis can be run on a data set.
 *
 * @param obstacle what stands in the way; empty where nothing does
 */
record Answer(AnalysisDescriptor analysis, Optional<Obstacle> obstacle) {
    /** What an analysis needs and a data set does not give. */
    sealed interface Obstacle {
        /** No column has this role. */
        record Role(RoleId role) implements Obstacle {}

        /** No column that it may count by has one of these types. */
        record Types(Set<Type> types) implements Obstacle {}

        /** There are fewer columns to count by than it crosses. */
        record Columns(int needed, int there) implements Obstacle {}

        /** It asks for other data sets beside this one. */
        record MoreData(int slots) implements Obstacle {}
    }

    boolean isPossible() {
        return obstacle.isEmpty();
    }

    static Answer of(AnalysisDescriptor analysis, List<Field> fields) {
        return new Answer(analysis, obstacle(analysis, fields));
    }

    private static Optional<Obstacle> obstacle(AnalysisDescriptor analysis, List<Field> fields) {
        if (analysis.slots().size() > 1) {
            return Optional.of(new Obstacle.MoreData(analysis.slots().size()));
        }
        for (SlotDescriptor slot : analysis.slots()) {
            Optional<RoleId> role = slot.missingIn(fields).stream().min(Comparator.comparing(RoleId::id));
            if (role.isPresent()) {
                return Optional.of(new Obstacle.Role(role.get()));
            }
        }
        List<ParameterDescriptor> needed = analysis.parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.COLUMN)
                .filter(ParameterDescriptor::required)
                .toList();
        ColumnChoice columns = ColumnChoice.of(fields);
        Optional<ParameterDescriptor> without = needed.stream()
                .filter(parameter -> !parameter.types().isEmpty())
                .filter(parameter -> columns.names(parameter).isEmpty())
                .findFirst();
        if (without.isPresent()) {
            return Optional.of(new Obstacle.Types(without.get().types()));
        }
        int there = (int) needed.stream()
                .flatMap(parameter -> columns.names(parameter).stream())
                .distinct()
                .count();
        return there < needed.size() ? Optional.of(new Obstacle.Columns(needed.size(), there)) : Optional.empty();
    }
}
