package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.core.extension.AnonymizerDescriptor;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.internal.guard.JobBound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The treatments of a plan, ready to be applied: the box in which direct identifiers end. */
final class Anonymisation {
    private record Step(Optional<AnonymizerDescriptor> by, Values parameters, Field before, Optional<Field> after) {}

    /** What an anonymizer learns of the column it treats. */
    private record ColumnContext(Field field, Function<String, Pseudonymiser> pseudonymisers, JobControl job)
            implements AnonymizerContext, JobBound {
        @Override
        public Pseudonymiser pseudonymiser(String scheme) {
            return pseudonymisers.apply(scheme);
        }
    }

    private final List<Step> steps;
    private final Function<String, Pseudonymiser> pseudonymisers;

    private Anonymisation(List<Step> steps, Function<String, Pseudonymiser> pseudonymisers) {
        this.steps = steps;
        this.pseudonymisers = pseudonymisers;
    }

    /** @throws ImportException where a direct identifier would be kept or an anonymizer is not there */
    static Anonymisation of(
            List<ColumnPlan> plan, Extensions extensions, Function<String, Pseudonymiser> pseudonymisers)
            throws ImportException {
        List<Step> steps = new ArrayList<>();
        for (ColumnPlan column : plan) {
            steps.add(step(column, extensions));
        }
        requireDifferentNames(steps);
        return new Anonymisation(steps, pseudonymisers);
    }

    private static void requireDifferentNames(List<Step> steps) throws ImportException {
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            String name = step.after().map(Field::name).orElse("");
            if (step.after().isPresent() && name.isBlank()) {
                throw refused("plan.column.unnamed", step.before().name());
            }
            if (step.after().isPresent() && !names.add(name)) {
                throw refused("plan.column.twice", name);
            }
        }
    }

    private static Step step(ColumnPlan column, Extensions extensions) throws ImportException {
        Field field = column.field();
        if (column.treatment().keeps()) {
            if (field.privacy() == Privacy.DIRECT_IDENTIFIER) {
                throw refused("plan.identifier.kept", field.name());
            }
            return new Step(Optional.empty(), Values.NONE, field, Optional.of(field));
        }
        AnonymizerDescriptor descriptor = extensions
                .anonymizer(column.treatment().anonymizer())
                .orElseThrow(() -> refused("plan.anonymizer.gone", field.name()));
        Values parameters = column.treatment().parameters();
        Optional<Field> after = streaming(descriptor).becomes(field, parameters);
        if (after.map(Field::privacy).filter(Privacy.DIRECT_IDENTIFIER::equals).isPresent()) {
            throw refused("plan.identifier.kept", field.name());
        }
        return new Step(Optional.of(descriptor), parameters, field, after);
    }

    /** What is said where an anonymizer cannot treat a column. */
    static Message failed(String column) {
        return Message.of("fr.sillage.core", "plan.treatment.failed", column);
    }

    private static ImportException refused(String key, String column) {
        return new ImportException(Message.of("fr.sillage.core", key, column), OptionalLong.empty());
    }

    /** The fields that are left, in order. */
    List<Field> fields() {
        return steps.stream().flatMap(step -> step.after().stream()).toList();
    }

    List<Column> apply(Batch typed, JobControl job) {
        List<Column> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.after().isPresent()) {
                Column in = typed.columns().get(i);
                done.add(step.by().isEmpty() ? in : applied(step, step.by().get(), in, job));
            }
        }
        return done;
    }

    private Column applied(Step step, AnonymizerDescriptor by, Column in, JobControl job) {
        AnonymizerContext context = new ColumnContext(step.before(), pseudonymisers, job);
        return streaming(by).apply(in, step.parameters(), context);
    }

    private static Anonymizer.Streaming streaming(AnonymizerDescriptor descriptor) {
        return switch (descriptor.anonymizer()) {
            case Anonymizer.Streaming streaming -> streaming;
        };
    }
}
