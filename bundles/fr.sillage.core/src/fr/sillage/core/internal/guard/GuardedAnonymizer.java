package fr.sillage.core.internal.guard;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Type;
import java.util.Optional;

/** A contributed anonymizer behind its guard; checks what it makes of columns. */
final class GuardedAnonymizer implements Anonymizer.Streaming {
    private final Contributed<Anonymizer.Streaming> anonymizer;

    GuardedAnonymizer(Contributed<Anonymizer.Streaming> anonymizer) {
        this.anonymizer = anonymizer;
    }

    /** A column and the field that it belongs to by then. */
    private record Applied(Optional<Field> field, Column column) {}

    @Override
    public Optional<Field> becomes(Field field, Values parameters) {
        return anonymizer.present(
                anonymizer.call(JobControl.NONE, (object, call) -> object.becomes(field, parameters)),
                "what the field becomes");
    }

    @Override
    public boolean treatsEachText(Values parameters) {
        return anonymizer.call(JobControl.NONE, (object, call) -> object.treatsEachText(parameters));
    }

    @Override
    public Column apply(Column in, Values parameters, AnonymizerContext context) {
        JobControl job = context instanceof JobBound bound ? bound.job() : JobControl.NONE;
        Applied applied = anonymizer.call(
                job,
                (object, call) -> new Applied(
                        object.becomes(context.field(), parameters),
                        object.apply(in, parameters, new WatchedContext(context, call))));
        Column out = anonymizer.present(applied.column(), "column");
        if (out.size() != in.size()) {
            throw anonymizer.nonsense("a column of " + out.size() + " rows instead of " + in.size());
        }
        if (applied.field().filter(field -> !fits(field.type(), out)).isPresent()) {
            throw anonymizer.nonsense("a column of another type than it says");
        }
        return out;
    }

    private static boolean fits(Type type, Column column) {
        return switch (column) {
            case Column.Texts texts -> type.isText();
            case Column.Doubles doubles -> type == Type.DECIMAL;
            case Column.Longs longs -> !type.isText() && type != Type.DECIMAL;
        };
    }

    /** Each pseudonym is a sign of life. */
    private record WatchedContext(AnonymizerContext context, GuardedCall<?> call) implements AnonymizerContext {
        @Override
        public Pseudonymiser pseudonymiser(String scheme) {
            Pseudonymiser pseudonymiser = context.pseudonymiser(scheme);
            return raw -> {
                call.sign();
                return pseudonymiser.pseudonym(raw);
            };
        }

        @Override
        public Field field() {
            return context.field();
        }
    }
}
