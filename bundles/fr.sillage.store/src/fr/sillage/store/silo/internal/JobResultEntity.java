package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.JobResult;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a job has found. */
@Entity(name = "JobResult")
@Table(name = "JOB_RESULT")
class JobResultEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "DATA_SET")
    @Convert(converter = UuidConverter.class)
    private UUID dataSet;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "STORED")
    @Convert(converter = InstantConverter.class)
    private Instant stored;

    @Lob
    @Column(name = "CONTENT")
    private String content;

    protected JobResultEntity() {}

    JobResultEntity(JobResult result) {
        id = result.job();
        dataSet = result.dataSet().value();
        version = result.version();
        stored = result.stored();
        content = result.content();
    }

    JobResult result() {
        return new JobResult(id, new DataSetId(dataSet), version, stored, content);
    }
}
