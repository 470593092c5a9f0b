package fr.sillage.store.silo.internal;

import fr.sillage.api.data.Field;
import fr.sillage.core.json.Json;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A version of a data set that is not the present one. */
@Entity(name = "DataSetVersion")
@Table(name = "DATA_SET_VERSION")
class VersionEntity {
    /** For JSON. */
    record Fields(List<Field> fields) {}

    @Id
    @Column(name = "TABLE_ID")
    @Convert(converter = UuidConverter.class)
    private UUID table;

    @Column(name = "DATA_SET")
    @Convert(converter = UuidConverter.class)
    private UUID dataSet;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "ROW_COUNT")
    private long rows;

    @Column(name = "IMPORTED")
    @Convert(converter = InstantConverter.class)
    private Instant imported;

    @Column(name = "ATTRIBUTION")
    private String attribution;

    @Lob
    @Column(name = "FIELDS")
    private String fields;

    protected VersionEntity() {}

    VersionEntity(DataSet version) {
        this.table = version.table().value();
        this.dataSet = version.id().value();
        this.version = version.version();
        this.rows = version.rows();
        this.imported = version.imported();
        this.attribution = version.attribution();
        this.fields = Json.write(new Fields(version.fields()));
    }

    UUID table() {
        return table;
    }

    int version() {
        return version;
    }

    /** @param name of the data set in all its versions */
    DataSet dataSet(String name) {
        return new DataSet(
                new DataSetId(dataSet),
                name,
                version,
                new TableId(table),
                Json.read(fields, Fields.class).fields(),
                rows,
                imported,
                attribution);
    }
}
