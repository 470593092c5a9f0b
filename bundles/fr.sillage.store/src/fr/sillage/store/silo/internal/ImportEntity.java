package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "REJECT", joinColumns = @JoinColumn(name = "IMPORT_RECORD"))
    @OrderColumn(name = "POSITION")
    private List<RejectValue> rejects = new ArrayList<>();

    protected ImportEntity() {}

    ImportEntity(ImportRecord record) {
        id = record.id();
        dataSet = record.dataSet().value();
        dataSetName = record.dataSetName();
        fileName = record.fileName();
        source = record.source();
        by = record.by().value();
        started = record.started();
        finished = record.finished();
        read = record.read();
        stored = record.stored();
        record.rejects().forEach(reject -> rejects.add(new RejectValue(reject)));
    }

    ImportRecord record() {
        return new ImportRecord(
                id,
                new DataSetId(dataSet),
                dataSetName,
                fileName,
                source,
                new UserId(by),
                started,
                finished,
                read,
                stored,
                rejects.stream().map(RejectValue::reject).toList());
    }
}
