package fr.sillage.source.moodle.internal;

/** What a column of the log report holds. */
enum Part {
    TIME,
    /** Only where the log of the whole site was exported. */
    COURSE,
    USER,
    AFFECTED,
    CONTEXT,
    COMPONENT,
    EVENT,
    DESCRIPTION,
    ORIGIN,
    ADDRESS
}
