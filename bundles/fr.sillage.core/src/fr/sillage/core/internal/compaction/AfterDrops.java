package fr.sillage.core.internal.compaction;

import fr.sillage.core.community.CommunityContext;

/** Is told when versions may have been dropped. A service of the core. */
public interface AfterDrops {
    /** Returns at once, and does not fail. @param context of who dropped them */
    void dropped(CommunityContext context);
}
