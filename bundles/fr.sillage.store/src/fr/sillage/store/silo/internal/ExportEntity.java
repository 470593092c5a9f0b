package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.ExportRecord;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That something was exported, and by whom. */
@Entity(name = "Export")
@Table(name = "EXPORT_RECORD")
class ExportEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID by;

    @Column(name = "EXPORTED")
    @Convert(converter = InstantConverter.class)
    private Instant exported;

    @Column(name = "DATA_SETS")
    private int dataSets;

    @Column(name = "RESULTS")
    private int results;

    @Column(name = "WITHHELD")
    private int withheld;

    protected ExportEntity() {}

    ExportEntity(ExportRecord export) {
        id = export.id();
        by = export.by().value();
        exported = export.exported();
        dataSets = export.dataSets();
        results = export.results();
        withheld = export.withheld();
    }

    ExportRecord record() {
        return new ExportRecord(id, new UserId(by), exported, dataSets, results, withheld);
    }
}
