package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.engine.TableId;
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

/** A data set with its fields. */
@Entity(name = "DataSet")
@Table(name = "DATA_SET")
class DataSetEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "VERSION")
    private int version;

    @Column(name = "TABLE_ID")
    @Convert(converter = UuidConverter.class)
    private UUID table;

    @Column(name = "ROW_COUNT")
    private long rows;

    @Column(name = "IMPORTED")
    @Convert(converter = InstantConverter.class)
    private Instant imported;

    @Column(name = "ATTRIBUTION")
    private String attribution;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "DATA_SET_FIELD", joinColumns = @JoinColumn(name = "DATA_SET"))
    @OrderColumn(name = "POSITION")
    private List<FieldValue> fields = new ArrayList<>();

    protected DataSetEntity() {}

    DataSetEntity(DataSet dataSet) {
        id = dataSet.id().value();
        become(dataSet);
    }

    /** Takes over all of another version. */
    final void become(DataSet dataSet) {
        name = dataSet.name();
        version = dataSet.version();
        table = dataSet.table().value();
        rows = dataSet.rows();
        imported = dataSet.imported();
        attribution = dataSet.attribution();
        fields.clear();
        dataSet.fields().forEach(field -> fields.add(new FieldValue(field)));
    }

    DataSet dataSet() {
        return new DataSet(
                new DataSetId(id),
                name,
                version,
                new TableId(table),
                fields.stream().map(FieldValue::field).toList(),
                rows,
                imported,
                attribution);
    }
}
