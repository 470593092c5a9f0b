package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.json.Json;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A saved plan. */
@Entity(name = "SavedPlan")
@Table(name = "SAVED_PLAN")
class PlanEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "NAME")
    private String name;

    @Lob
    @Column(name = "IMPORT_PLAN")
    private String plan;

    @Lob
    @Column(name = "TARGET")
    private String target;

    @Column(name = "DRAWN_BY")
    @Convert(converter = UuidConverter.class)
    private UUID drawnBy;

    @Column(name = "DRAWN")
    @Convert(converter = InstantConverter.class)
    private Instant drawn;

    @Column(name = "APPROVED_BY")
    @Convert(converter = UuidConverter.class)
    private UUID approvedBy;

    @Column(name = "APPROVED")
    @Convert(converter = InstantConverter.class)
    private Instant approved;

    protected PlanEntity() {}

    PlanEntity(SavedPlan saved) {
        id = saved.id();
        name = saved.name();
        plan = Json.write(saved.plan());
        target = Json.write(saved.target());
        drawnBy = saved.drawnBy().value();
        drawn = saved.drawn();
        approvedBy = saved.approval().map(approval -> approval.by().value()).orElse(null);
        approved = saved.approval().map(SavedPlan.Approval::at).orElse(null);
    }

    SavedPlan saved() {
        return new SavedPlan(
                id,
                name,
                KeptPlan.read(plan),
                KeptPlan.target(target),
                new UserId(drawnBy),
                drawn,
                Optional.ofNullable(approved).map(at -> new SavedPlan.Approval(new UserId(approvedBy), at)));
    }
}
