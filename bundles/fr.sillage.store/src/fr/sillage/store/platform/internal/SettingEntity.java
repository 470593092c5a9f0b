package fr.sillage.store.platform.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One number that the administrator set. */
@Entity(name = "Setting")
@Table(name = "SETTING")
class SettingEntity {
    @Id
    @Column(name = "NAME")
    private String name;

    @Column(name = "AMOUNT")
    private long value;

    protected SettingEntity() {}

    SettingEntity(String name, long value) {
        this.name = name;
        this.value = value;
    }

    long value() {
        return value;
    }
}
