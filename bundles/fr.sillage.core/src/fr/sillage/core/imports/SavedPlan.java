package fr.sillage.core.imports;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A plan that a community keeps, for files with the same columns from the same source.
 *
 * @param name unique in the community
 * @param target where the last import by it went
 * @param approval who allowed imports by it; empty until somebody did
 */
public record SavedPlan(
        UUID id,
        String name,
        ImportPlan plan,
        Target target,
        UserId drawnBy,
        Instant drawn,
        Optional<Approval> approval) {
    /** Who approved a plan, and when. */
    public record Approval(UserId by, Instant at) {
        public Approval {
            Objects.requireNonNull(by);
            Objects.requireNonNull(at);
        }
    }

    public SavedPlan {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(plan);
        Objects.requireNonNull(target);
        Objects.requireNonNull(drawnBy);
        Objects.requireNonNull(drawn);
        Objects.requireNonNull(approval);
    }

    /** Whether a file of a source with such columns is of this plan's kind. */
    public boolean fits(String source, List<String> columns) {
        return plan.source().equals(source) && plan.names().equals(columns);
    }

    public SavedPlan approved(UserId by, Instant at) {
        return new SavedPlan(id, name, plan, target, drawnBy, drawn, Optional.of(new Approval(by, at)));
    }
}
