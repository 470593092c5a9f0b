package fr.sillage.source.moodle.internal;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.Layout;
import java.util.EnumSet;
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
    private static final String ENCODING = "encoding";

    MoodleSettings {
        derived = Set.copyOf(derived);
    }

    /** @throws SourceException where a setting has a value that is none */
    static MoodleSettings of(Values values, MoodleSettings detected) throws SourceException {
        Set<Derived> derived = EnumSet.noneOf(Derived.class);
        for (Derived one : Derived.values()) {
            Optional<String> value = values.get(one.setting());
            if (value.isPresent() ? truth(value.get(), one.setting()) : detected.derived.contains(one)) {
                derived.add(one);
            }
        }
        Optional<Exported> exported = Exported.of(values.get(EXPORTED).orElse(""));
        Optional<String> days = values.get(DAYS);
        if (days.isPresent() && !days.get().equals(MONTH_FIRST) && !days.get().equals(DAY_FIRST)) {
            throw Layout.unknown(DAYS);
        }
        return new MoodleSettings(
                Layout.of(values, detected.layout),
                exported,
                days.isPresent() ? days.get().equals(MONTH_FIRST) : detected.monthFirst,
                derived);
    }

    /** The year is left to each file: a plan for one file must not date the next. */
    Values toValues() {
        Values values = Values.NONE
                .with(ENCODING, layout.toValues().require(ENCODING))
                .with(DAYS, monthFirst ? MONTH_FIRST : DAY_FIRST);
        for (Derived one : Derived.values()) {
            values = values.with(one.setting(), Boolean.toString(derived.contains(one)));
        }
        return values;
    }

    private static boolean truth(String text, String setting) throws SourceException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Layout.unknown(setting);
        };
    }
}
