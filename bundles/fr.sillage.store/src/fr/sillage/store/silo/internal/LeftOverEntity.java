package fr.sillage.store.silo.internal;

import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A table that no version names any longer, and somebody may still read. */
@Entity(name = "LeftOver")
@Table(name = "LEFT_OVER")
class LeftOverEntity {
    @Id
    @Column(name = "TABLE_ID")
    @Convert(converter = UuidConverter.class)
    private UUID table;

    protected LeftOverEntity() {}

    LeftOverEntity(TableId table) {
        this.table = table.value();
    }

    TableId table() {
        return new TableId(table);
    }
}
