package fr.sillage.api.published;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.Scale;
import fr.sillage.api.analysis.Severity;
import java.util.List;
import java.util.Objects;

/** A sentence after the gate. */
public record PublishedFinding(MessageKey key, List<Argument> arguments, Severity severity) {
    /** What is put into the text. */
    public sealed interface Argument {
        /** Text from outside, to be escaped wherever it is shown. */
        record Category(String label) implements Argument {}

        /** @param decimals most decimals to show (of the percentage, for a share) */
        record Amount(double value, Precision precision, Scale scale, int decimals) implements Argument {}
    }

    public PublishedFinding {
        Objects.requireNonNull(key);
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(severity);
    }
}
