package fr.sillage.store.silo.internal;

import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.UUID;

/** The result of a saved analysis, in a table of its own: the list of all need not read results. */
@Entity(name = "SavedResult")
@Table(name = "SAVED_RESULT")
class SavedResultEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Lob
    @Column(name = "CONTENT")
    private String content;

    protected SavedResultEntity() {}

    SavedResultEntity(UUID id, String content) {
        this.id = id;
        this.content = content;
    }

    String content() {
        return content;
    }
}
