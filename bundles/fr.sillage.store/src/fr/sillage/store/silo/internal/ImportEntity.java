package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Reject;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.ImportMode;
import fr.sillage.core.imports.KeyReplacement;
import fr.sillage.core.json.Json;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An import with its rejects. */
@Entity(name = "ImportRecord")
@Table(name = "IMPORT_RECORD")
class ImportEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "DATA_SET")
    @Convert(converter = UuidConverter.class)
    private UUID dataSet;

    @Column(name = "DATA_SET_NAME")
    private String dataSetName;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "MODE")
    @Enumerated(EnumType.STRING)
    private ImportMode mode;

    @Column(name = "FILE_NAME")
    private String fileName;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID by;

    @Column(name = "STARTED")
    @Convert(converter = InstantConverter.class)
    private Instant started;

    @Column(name = "FINISHED")
    @Convert(converter = InstantConverter.class)
    private Instant finished;

    @Column(name = "ROWS_READ")
    private long read;

    @Column(name = "ROWS_STORED")
    private long stored;

    /** JSON; null where nothing was replaced by key. */
    @Lob
    @Column(name = "BY_KEY")
    private String byKey;

    /** JSON; null for imports before silo-2. */
    @Lob
    @Column(name = "IMPORT_PLAN")
    private String plan;

    @Column(name = "UNDONE_BY")
    @Convert(converter = UuidConverter.class)
    private UUID undoneBy;

    @Column(name = "UNDONE")
    @Convert(converter = InstantConverter.class)
    private Instant undone;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "REJECT", joinColumns = @JoinColumn(name = "IMPORT_RECORD"))
    @OrderColumn(name = "POSITION")
    private List<RejectValue> rejects = new ArrayList<>();

    protected ImportEntity() {}

    ImportEntity(ImportRecord record, List<Reject> rejected) {
        id = record.id();
        dataSet = record.dataSet().value();
        dataSetName = record.dataSetName();
        version = record.version();
        mode = record.mode();
        fileName = record.fileName();
        source = record.source();
        by = record.by().value();
        started = record.started();
        finished = record.finished();
        read = record.read();
        stored = record.stored();
        byKey = record.byKey().map(Json::write).orElse(null);
        plan = record.plan().map(Json::write).orElse(null);
        undoneBy = record.undone().map(u -> u.by().value()).orElse(null);
        undone = record.undone().map(ImportRecord.Undone::at).orElse(null);
        rejected.forEach(reject -> rejects.add(new RejectValue(reject)));
    }

    ImportRecord record() {
        return new ImportRecord(
                id,
                new DataSetId(dataSet),
                dataSetName,
                version,
                mode,
                fileName,
                source,
                new UserId(by),
                started,
                finished,
                read,
                stored,
                Optional.ofNullable(byKey).map(text -> Json.read(text, KeyReplacement.class)),
                Optional.ofNullable(plan).map(KeptPlan::read),
                Optional.ofNullable(undone).map(at -> new ImportRecord.Undone(new UserId(undoneBy), at)));
    }

    void undone(ImportRecord.Undone taken) {
        undone = taken.at();
        undoneBy = taken.by().value();
    }

    List<Reject> rejects() {
        return rejects.stream().map(RejectValue::reject).toList();
    }
}
