package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.SavedAnalysis;
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

/** An analysis that a member keeps. */
@Entity(name = "SavedAnalysis")
@Table(name = "SAVED_ANALYSIS")
class SavedEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "ANALYSIS")
    private String analysis;

    @Column(name = "DATA_SET")
    @Convert(converter = UuidConverter.class)
    private UUID dataSet;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID by;

    @Column(name = "SAVED")
    @Convert(converter = InstantConverter.class)
    private Instant saved;

    @Lob
    @Column(name = "CONTENT")
    private String content;

    protected SavedEntity() {}

    SavedEntity(SavedAnalysis kept) {
        id = kept.id();
        name = kept.name();
        analysis = kept.analysis();
        dataSet = kept.dataSet().value();
        by = kept.by().value();
        saved = kept.saved();
        content = kept.content();
    }

    SavedAnalysis analysis() {
        return new SavedAnalysis(id, name, analysis, new DataSetId(dataSet), new UserId(by), saved, content);
    }
}
