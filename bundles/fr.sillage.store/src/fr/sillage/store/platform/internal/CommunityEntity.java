package fr.sillage.store.platform.internal;

import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A community. */
@Entity(name = "Community")
@Table(name = "COMMUNITY")
class CommunityEntity {
    @Id
    @Column(name = "ID")
    @Convert(converter = UuidConverter.class)
    private UUID id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "THRESHOLD")
    private int threshold;

    protected CommunityEntity() {}

    CommunityEntity(Community community) {
        id = community.id().value();
        name = community.name();
        threshold = community.threshold();
    }

    Community community() {
        return new Community(new CommunityId(id), name, threshold);
    }
}
