package fr.sillage.source.moodle.internal;

import fr.sillage.api.JobControl;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.source.moodle.internal.LogRows.LogRow;
import java.io.IOException;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What only the whole log tells: which id a name has, and where a year begins. Learnt in a first reading.
 *
 * @param years the year of each day without one, to be asked in the order of the file
 */
record Survey(Persons persons, ToIntFunction<MonthDay> years) {
    /**
     * @param now the day on which no row is later, where neither a person nor the file's name says better
     * @throws SourceException where the file cannot be read or its years cannot be told
     */
    static Survey of(SourceInput in, MoodleSettings settings, Titles titles, Exported.On now, JobControl job)
            throws SourceException, IOException {
        Persons persons = new Persons();
        Years years = new Years();
        MomentParser moments = new MomentParser(settings.monthFirst());
        try (LogRows rows = LogRows.open(in, settings.layout(), titles, job)) {
            boolean users = settings.derived().contains(Derived.USER_ID);
            Map<Part, Integer> places = rows.places();
            for (Optional<LogRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().fault().isPresent()) {
                    continue;
                }
                if (users) {
                    persons.learn(entry(row.get(), places), row.get().raw().line());
                }
                moments.parse(row.get().cell(places, Part.TIME))
                        .filter(moment -> !moment.isWhole())
                        .ifPresent(moment -> years.see(moment.day()));
            }
            if (rows.headers() > 0) {
                years.joined();
            }
        }
        return new Survey(persons, years.years(settings.exported().or(() -> Exported.ofName(in.name())), now));
    }

    static Persons.Entry entry(LogRow row, Map<Part, Integer> places) {
        return new Persons.Entry(
                places.containsKey(Part.USER),
                row.cell(places, Part.USER),
                row.cell(places, Part.AFFECTED),
                row.cell(places, Part.DESCRIPTION));
    }
}
