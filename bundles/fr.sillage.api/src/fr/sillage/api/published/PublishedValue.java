package fr.sillage.api.published;

import java.util.Objects;

/** One field of a published table. */
public sealed interface PublishedValue {
    /** A category of the data: text from outside, to be escaped wherever it is shown. */
    record Label(String text) implements PublishedValue {
        public Label {
            Objects.requireNonNull(text);
        }
    }

    /** See {@link fr.sillage.api.analysis.Value.Term}. */
    record Term(String id) implements PublishedValue {
        public Term {
            Objects.requireNonNull(id);
        }
    }

    /** @param value not a number where it is not defined */
    record Number(double value, Precision precision) implements PublishedValue {
        public Number {
            Objects.requireNonNull(precision);
        }
    }

    record Flag(boolean set) implements PublishedValue {}

    /** Hidden by the gate, whatever the reason. */
    record Withheld() implements PublishedValue {
        public static final Withheld INSTANCE = new Withheld();
    }
}
