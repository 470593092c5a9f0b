package fr.sillage.api.analysis;

import java.util.Objects;

/** What is put into the text of a finding. */
public sealed interface Argument {
    /** A category of the data, as it stands there: text from outside. */
    record Category(String label) implements Argument {
        public Category {
            Objects.requireNonNull(label);
        }
    }

    /** @param decimals most decimals to show (of the percentage, for a share) */
    record Amount(Quantity quantity, int decimals) implements Argument {
        public Amount {
            Objects.requireNonNull(quantity);
        }
    }
}
