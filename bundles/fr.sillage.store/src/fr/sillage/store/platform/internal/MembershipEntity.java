package fr.sillage.store.platform.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.core.community.UserId;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A membership. */
@Entity(name = "Membership")
@Table(name = "MEMBERSHIP")
@IdClass(MembershipKey.class)
class MembershipEntity {
    @Id
    @Column(name = "ACCOUNT")
    @Convert(converter = UuidConverter.class)
    private UUID account;

    @Id
    @Column(name = "COMMUNITY")
    @Convert(converter = UuidConverter.class)
    private UUID community;

    @Column(name = "PROFILE")
    @Enumerated(EnumType.STRING)
    private Profile profile;

    protected MembershipEntity() {}

    MembershipEntity(Membership membership) {
        account = membership.user().value();
        community = membership.community().value();
        profile = membership.profile();
    }

    Membership membership() {
        return new Membership(new UserId(account), new CommunityId(community), profile);
    }
}
