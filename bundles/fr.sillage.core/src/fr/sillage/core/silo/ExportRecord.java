package fr.sillage.core.silo;

import fr.sillage.core.community.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * That what is published was exported.
 *
 * @param id stands in the exported package too
 * @param dataSets how many are described
 * @param results how many saved results are in it
 * @param withheld how many saved results are not, because this member may not see them beside others
 */
public record ExportRecord(UUID id, UserId by, Instant exported, int dataSets, int results, int withheld) {
    public ExportRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(by);
        Objects.requireNonNull(exported);
    }
}
