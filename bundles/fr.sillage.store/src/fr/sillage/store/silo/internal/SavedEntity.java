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
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An analysis that a community keeps; its result is a {@link SavedResultEntity}. */
@Entity(name = "SavedAnalysis")
@Table(name = "SAVED_ANALYSIS")
class SavedEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "DESCRIPTION")
    private String description;

    @Column(name = "ANALYSIS")
    private String analysis;

    @Column(name = "DATA_SET")
    @Convert(converter = UuidConverter.class)
    private UUID dataSet;

    @Column(name = "DATA_SET_NAME")
    private String dataSetName;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID by;

    @Column(name = "SAVED")
    @Convert(converter = InstantConverter.class)
    private Instant saved;

    @Column(name = "RAN")
    @Convert(converter = InstantConverter.class)
    private Instant ran;

    protected SavedEntity() {}

    SavedEntity(SavedAnalysis kept) {
        id = kept.id();
        become(kept);
    }

    SavedAnalysis analysis() {
        return new SavedAnalysis(
                id,
                name,
                description,
                analysis,
                new DataSetId(dataSet),
                dataSetName,
                version,
                new UserId(by),
                saved,
                ran);
    }

    /** Takes over all but the id. */
    final void become(SavedAnalysis kept) {
        name = kept.name();
        description = kept.description();
        analysis = kept.analysis();
        dataSet = kept.dataSet().value();
        dataSetName = kept.dataSetName();
        version = kept.version();
        by = kept.by().value();
        saved = kept.saved();
        ran = kept.ran();
    }
}
