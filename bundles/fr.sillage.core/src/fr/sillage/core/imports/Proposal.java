package fr.sillage.core.imports;

import fr.sillage.api.Message;
import java.util.List;
import java.util.Objects;

/**
 * What was made of a file before anybody decided.
 *
 * @param why what was recognised and by which sign
 * @param plan proposed; direct identifiers get the pseudonym, or are dropped where they are not the person
 */
public record Proposal(List<Message> why, ImportPlan plan) {
    public Proposal {
        why = List.copyOf(why);
        Objects.requireNonNull(plan);
    }
}
