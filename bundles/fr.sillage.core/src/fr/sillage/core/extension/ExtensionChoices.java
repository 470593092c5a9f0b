package fr.sillage.core.extension;

import fr.sillage.core.community.CommunityId;
import java.util.Map;

/** Keeps which extensions communities decided to use or not; implemented over the platform database. */
public interface ExtensionChoices {
    /** By symbolic name; an extension that nobody decided about is not in it. */
    Map<String, Boolean> of(CommunityId community);

    void put(CommunityId community, String bundle, boolean enabled);
}
