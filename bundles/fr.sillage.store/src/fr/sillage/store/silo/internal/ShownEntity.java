package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ShownResult;
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

/** What a member has seen. */
@Entity(name = "ShownResult")
@Table(name = "SHOWN_RESULT")
class ShownEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID by;

    @Column(name = "DATA_SET")
    @Convert(converter = UuidConverter.class)
    private UUID dataSet;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "SHOWN")
    @Convert(converter = InstantConverter.class)
    private Instant shown;

    @Lob
    @Column(name = "CONTENT")
    private String content;

    protected ShownEntity() {}

    ShownEntity(ShownResult result) {
        id = result.id();
        by = result.by().value();
        dataSet = result.dataSet().value();
        version = result.version();
        shown = result.shown();
        content = result.content();
    }

    ShownResult result() {
        return new ShownResult(id, new UserId(by), new DataSetId(dataSet), version, shown, content);
    }
}
