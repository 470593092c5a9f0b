package fr.sillage.ui.admin.internal;

import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Membership;
import fr.sillage.core.community.Profile;
import fr.sillage.ui.kit.Messages;
import java.util.Arrays;
import java.util.List;

/** Profiles and memberships in the reader's words. */
final class Words {
    private final Messages messages;
    private final List<Community> communities;

    Words(Messages messages, List<Community> communities) {
        this.messages = messages;
        this.communities = communities;
    }

    String profile(Profile profile) {
        return messages.get("profile." + profile.name());
    }

    List<String> profiles() {
        return Arrays.stream(Profile.values()).map(this::profile).toList();
    }

    String community(CommunityId id) {
        return communities.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .map(Community::name)
                .orElse("");
    }

    String membership(Membership membership) {
        return community(membership.community()) + " (" + profile(membership.profile()) + ")";
    }
}
