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
import fr.sillage.engine.ColumnRows;
import fr.sillage.engine.MemoryBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** The treatments of a plan, ready to be applied: the box in which direct identifiers end. */
final class Anonymisation {
    /** @param textByText whether each different text of the column can be treated once */
    private record Step(
            Optional<AnonymizerDescriptor> by,
            Values parameters,
            Field before,
            Optional<Field> after,
            boolean textByText) {}

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
            return new Step(Optional.empty(), Values.NONE, field, Optional.of(field), false);
        }
        AnonymizerDescriptor descriptor = extensions
                .anonymizer(column.treatment().anonymizer())
                .orElseThrow(() -> refused("plan.anonymizer.gone", field.name()));
        Values parameters = column.treatment().parameters();
        Optional<Field> after = streaming(descriptor).becomes(field, parameters);
        if (after.map(Field::privacy).filter(Privacy.DIRECT_IDENTIFIER::equals).isPresent()) {
            throw refused("plan.identifier.kept", field.name());
        }
        boolean textByText = field.type().isText()
                && after.filter(becomes -> becomes.type().isText()).isPresent()
                && streaming(descriptor).treatsEachText(parameters);
        return new Step(Optional.of(descriptor), parameters, field, after, textByText);
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

    /** Rows of one import after the other, of which no text is treated twice where that can be helped. */
    final class Running implements AutoCloseable {
        private final JobControl job;
        private final List<Optional<TreatedTexts>> treated;

        private Running(MemoryBudget budget, JobControl job) {
            this.job = job;
            this.treated = steps.stream()
                    .map(step -> Optional.of(step).filter(Step::textByText).map(each -> new TreatedTexts(budget)))
                    .toList();
        }

        List<ColumnRows> apply(Batch typed) {
            List<ColumnRows> done = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                if (step.after().isPresent()) {
                    done.add(apply(step, typed.columns().get(i), treated.get(i)));
                }
            }
            return done;
        }

        private ColumnRows apply(Step step, Column in, Optional<TreatedTexts> before) {
            return before.isPresent() && in instanceof Column.Texts texts
                    ? before.get().apply(texts, part -> treated(step, part, job))
                    : new ColumnRows.Plain(treated(step, in, job));
        }

        @Override
        public void close() {
            treated.forEach(each -> each.ifPresent(TreatedTexts::close));
        }
    }

    /** @param budget for what tells that a text was treated before */
    Running running(MemoryBudget budget, JobControl job) {
        return new Running(budget, job);
    }

    List<Column> apply(Batch typed, JobControl job) {
        List<Column> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.after().isPresent()) {
                Column in = typed.columns().get(i);
                done.add(treated(step, in, job));
            }
        }
        return done;
    }

    private Column treated(Step step, Column in, JobControl job) {
        if (step.by().isEmpty()) {
            return in;
        }
        AnonymizerContext context = new ColumnContext(step.before(), pseudonymisers, job);
        return streaming(step.by().get()).apply(in, step.parameters(), context);
    }

    private static Anonymizer.Streaming streaming(AnonymizerDescriptor descriptor) {
        return switch (descriptor.anonymizer()) {
            case Anonymizer.Streaming streaming -> streaming;
        };
    }
}
