package fr.sillage.store.silo.internal;

import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.Erasure;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That a person was erased, without who it was. */
@Entity(name = "Erasure")
@Table(name = "ERASURE")
class ErasureEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID by;

    @Column(name = "ERASED")
    @Convert(converter = InstantConverter.class)
    private Instant erased;

    @Column(name = "DATA_SETS")
    private int dataSets;

    @Column(name = "COMPLETED")
    @Convert(converter = InstantConverter.class)
    private Instant completed;

    protected ErasureEntity() {}

    ErasureEntity(Erasure erasure) {
        id = erasure.id();
        by = erasure.by().value();
        erased = erasure.erased();
        dataSets = erasure.dataSets();
        completed = erasure.completed().orElse(null);
    }

    Erasure erasure() {
        return new Erasure(id, new UserId(by), erased, dataSets, Optional.ofNullable(completed));
    }
}
