package fr.sillage.source.moodle.internal;

/** What is taken out of the description into a column of its own. */
enum Derived {
    /** Who acted. */
    USER_ID("users"),
    /** In Moodle's words the course module: one quiz, one forum, one file of a course. */
    ACTIVITY_ID("activities"),
    COURSE_ID("courses");

    private final String setting;

    Derived(String setting) {
        this.setting = setting;
    }

    /** Name of the setting that asks for it. */
    String setting() {
        return setting;
    }
}
