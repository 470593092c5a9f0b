package fr.sillage.source.moodle.internal;

/** What is taken out of the description into a column of its own. */
enum Derived {
    /** Who acted. */
    USER_ID,
    /** In Moodle's words the course module: one quiz, one forum, one file of a course. */
    ACTIVITY_ID,
    COURSE_ID
}
