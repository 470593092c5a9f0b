package fr.sillage.core.community;

/** What a member may do in a community. */
public enum Right {
    SEE_RESULTS,
    RUN_ANALYSES,
    EXPORT_RESULTS,
    /** To import by an approved plan. */
    IMPORT,
    DRAW_PLAN,
    APPROVE_PLAN,
    /** Answer requests of persons: erase their rows. */
    ERASE_PERSONS,
    DELETE_DATA,
    /** See, cancel and start again the jobs of everybody in the community. */
    OVERSEE_JOBS,
    /** Read who exported what and when. */
    READ_AUDIT,
    ENABLE_EXTENSIONS
}
