package fr.sillage.store.platform.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** Whether a community uses an extension. */
@Entity(name = "ExtensionChoice")
@Table(name = "EXTENSION_CHOICE")
@IdClass(ExtensionChoiceKey.class)
class ExtensionChoiceEntity {
    @Id
    @Column(name = "COMMUNITY")
    @Convert(converter = UuidConverter.class)
    private UUID community;

    @Id
    @Column(name = "EXTENSION")
    private String extension;

    @Column(name = "ENABLED")
    private boolean enabled;

    protected ExtensionChoiceEntity() {}

    ExtensionChoiceEntity(CommunityId community, String extension, boolean enabled) {
        this.community = community.value();
        this.extension = extension;
        this.enabled = enabled;
    }

    String extension() {
        return extension;
    }

    boolean enabled() {
        return enabled;
    }
}
