package fr.sillage.api.analysis;

import fr.sillage.api.MessageKey;
import fr.sillage.api.query.Region;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A sentence that a result supports.
 *
 * @param key its text in the analysis's resource bundle, with the arguments in MessageFormat order
 * @param about regions it speaks of: it is withheld where one is hidden
 * @param when conditions under which it is true at all; they may depend on hidden cells, so the gate checks them
 */
public record Finding(
        MessageKey key, List<Argument> arguments, Set<Region> about, Severity severity, List<Condition> when) {
    public Finding {
        Objects.requireNonNull(key);
        arguments = List.copyOf(arguments);
        about = Set.copyOf(about);
        Objects.requireNonNull(severity);
        when = List.copyOf(when);
    }

    /**
     * Candidates for a finding: the gate publishes the first {@code most} that hold and may be seen. Their order must
     * follow from each candidate's own regions alone, so that a gap says nothing about what is hidden.
     */
    public record Choice(List<Finding> candidates, int most) {
        public Choice {
            candidates = List.copyOf(candidates);
        }

        public static Choice of(Finding finding) {
            return new Choice(List.of(finding), 1);
        }
    }
}
