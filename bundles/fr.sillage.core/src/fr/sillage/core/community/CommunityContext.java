package fr.sillage.core.community;

/** Somebody at work in one community: the key to everything in it. Only {@link Communities} hands them out. */
public interface CommunityContext {
    Community community();

    Account account();

    boolean may(Right right);

    /** Whether the member is a manager of a community without a data-protection officer, and has the officer's rights. */
    default boolean standsInForOfficer() {
        return false;
    }

    /** @throws AccessDeniedException where the member may not */
    void require(Right right);
}
