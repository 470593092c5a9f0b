package fr.sillage.cli.internal;

import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.AnonymizerDescriptor.ProposedFor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.Treatment;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A proposed plan with the roles of the call: a column that the call names has the roles it gives and no others, and
 * a person named by the call is the only one. Such a column is treated as a direct identifier.
 */
final class RolePlan {
    private final Extensions extensions;

    RolePlan(Extensions extensions) {
        this.extensions = Objects.requireNonNull(extensions);
    }

    /** @param roles roles by column; columns that the file does not have are passed over */
    ImportPlan with(ImportPlan plan, Map<String, Set<RoleId>> roles) {
        boolean subjectGiven = plan.columns().stream()
                .anyMatch(c -> roles.getOrDefault(c.field().name(), Set.of()).contains(RoleId.SUBJECT));
        return new ImportPlan(
                plan.dataSet(),
                plan.source(),
                plan.settings(),
                plan.columns().stream()
                        .map(column -> {
                            Set<RoleId> given =
                                    roles.getOrDefault(column.field().name(), Set.of());
                            return given.isEmpty()
                                    ? (subjectGiven ? withoutSubject(column) : column)
                                    : with(column, given);
                        })
                        .toList(),
                plan.attribution());
    }

    private static ColumnPlan withoutSubject(ColumnPlan column) {
        Set<RoleId> others = new HashSet<>(column.field().roles());
        others.remove(RoleId.SUBJECT);
        return new ColumnPlan(column.field().withRoles(others), column.format(), column.treatment());
    }

    private ColumnPlan with(ColumnPlan column, Set<RoleId> roles) {
        Field field = column.field().withRoles(roles);
        if (roles.contains(RoleId.SUBJECT)) {
            // as texts, so that 007 and 7 stay two persons
            Field subject = field.withType(Type.CATEGORY).withPrivacy(Privacy.DIRECT_IDENTIFIER);
            return new ColumnPlan(
                    subject, ValueFormat.of(Type.CATEGORY), pseudonym().orElse(column.treatment()));
        }
        boolean grouped = roles.contains(RoleId.CATEGORY) || roles.contains(RoleId.ITEM);
        if (grouped && !field.type().isText()) {
            return new ColumnPlan(field.withType(Type.CATEGORY), ValueFormat.of(Type.CATEGORY), column.treatment());
        }
        return new ColumnPlan(field, column.format(), column.treatment());
    }

    private Optional<Treatment> pseudonym() {
        return extensions.anonymizers().stream()
                .filter(a -> a.proposedFor().equals(Optional.of(ProposedFor.SUBJECT)))
                .findFirst()
                .map(a -> new Treatment(a.id(), defaults(a)));
    }

    private static Values defaults(AnonymizerDescriptor anonymizer) {
        Values values = Values.NONE;
        for (ParameterDescriptor parameter : anonymizer.parameters()) {
            if (parameter.defaultValue().isPresent()) {
                values = values.with(parameter.name(), parameter.defaultValue().get());
            }
        }
        return values;
    }
}
