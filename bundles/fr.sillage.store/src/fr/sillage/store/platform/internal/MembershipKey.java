package fr.sillage.store.platform.internal;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.UserId;
import java.util.Objects;
import java.util.UUID;

/** Who and where: the key of a membership. Not a record, since persistence fills it by its fields. */
class MembershipKey {
    private UUID account;
    private UUID community;

    protected MembershipKey() {}

    MembershipKey(UserId account, CommunityId community) {
        this.account = account.value();
        this.community = community.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MembershipKey key
                && Objects.equals(account, key.account)
                && Objects.equals(community, key.community);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, community);
    }
}
