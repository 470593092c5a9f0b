package fr.sillage.source.moodle.internal;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.Layout;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a log is to be read.
 *
 * @param exported when it was exported, where a person says so
 * @param monthFirst whether 05/11/18 is the eleventh of May
 * @param derived what is taken out of the description
 */
record MoodleSettings(Layout layout, Optional<Exported> exported, boolean monthFirst, Set<Derived> derived) {
    private static final String EXPORTED = "exported";
    private static final String DAYS = "days";
    private static final String MONTH_FIRST = "month-first";
    private static final String DAY_FIRST = "day-first";
    private static final String PERSONS = "persons";
    private static final String BY_ID = "id";
    private static final String BY_NAME = "name";
    private static final String ENCODING = "encoding";
    /** Which ids become columns is told by the file; not a person's choice, who can drop the columns. */
    private static final String ACTIVITIES = "activities";

    private static final String COURSES = "courses";
    private static final String YES = "true";
    private static final String NO = "false";

    MoodleSettings {
        derived = Set.copyOf(derived);
    }

    /** @throws SourceException where a setting has a value that is none */
    static MoodleSettings of(Values values, MoodleSettings detected) throws SourceException {
        Set<Derived> derived = new HashSet<>(detected.derived);
        set(derived, Derived.USER_ID, truth(values, PERSONS, BY_ID, BY_NAME));
        set(derived, Derived.ACTIVITY_ID, truth(values, ACTIVITIES, YES, NO));
        set(derived, Derived.COURSE_ID, truth(values, COURSES, YES, NO));
        Optional<Boolean> monthFirst = truth(values, DAYS, MONTH_FIRST, DAY_FIRST);
        Optional<Exported> exported = Exported.of(values.get(EXPORTED).orElse(""));
        return new MoodleSettings(
                Layout.of(values, detected.layout), exported, monthFirst.orElse(detected.monthFirst), derived);
    }

    /**
     * With which columns are made, so that a plan for one file fits the next. The year is left to each file: a plan must
     * not date what comes later.
     */
    Values toValues() {
        return Values.NONE
                .with(ENCODING, layout.toValues().require(ENCODING))
                .with(DAYS, monthFirst ? MONTH_FIRST : DAY_FIRST)
                .with(PERSONS, derived.contains(Derived.USER_ID) ? BY_ID : BY_NAME)
                .with(ACTIVITIES, derived.contains(Derived.ACTIVITY_ID) ? YES : NO)
                .with(COURSES, derived.contains(Derived.COURSE_ID) ? YES : NO);
    }

    private static void set(Set<Derived> derived, Derived one, Optional<Boolean> wanted) {
        if (wanted.isPresent()) {
            derived.remove(one);
        }
        if (wanted.orElse(false)) {
            derived.add(one);
        }
    }

    private static Optional<Boolean> truth(Values values, String setting, String yes, String no)
            throws SourceException {
        String value = values.get(setting).orElse("");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.equals(yes) && !value.equals(no)) {
            throw Layout.unknown(setting);
        }
        return Optional.of(value.equals(yes));
    }
}
