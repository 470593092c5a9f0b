package fr.sillage.source.moodle.internal;

import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.ColumnNames;
import fr.sillage.delimited.FieldProposer;
import fr.sillage.delimited.Head;
import fr.sillage.delimited.Layout;
import fr.sillage.delimited.Recognised;
import fr.sillage.delimited.Sample;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Recognises a log by the titles of its columns, and tells what its first rows show. */
final class MoodleDetector {
    /** Above what the source of any delimited text claims. */
    private static final double SURE = 0.95;

    /** Person keys by Moodle's user ids; those of another platform need another scheme. */
    static final String BY_ID = "moodle-user-id";

    static final String BY_NAME = "full-name";

    private final Titles titles;
    private final Clock clock;
    private final FieldProposer proposer = new FieldProposer();

    MoodleDetector(Titles titles, Clock clock) {
        this.titles = titles;
        this.clock = clock;
    }

    /** @param chosen settings that a person chose; the others are told by the file */
    Detection detect(String file, Head head, Values chosen) {
        try {
            Recognised found = Recognised.of(head);
            MoodleSettings told = known(found.sample(), found.layout()).settings();
            MoodleSettings settings = MoodleSettings.of(chosen, told);
            Sample sample = settings.layout().equals(found.layout())
                    ? found.sample()
                    : Recognised.sample(head, settings.layout());
            List<String> cells = sample.rows().getFirst();
            if (!titles.areIn(cells)) {
                return Detection.none(MoodleMessages.of("why.none"));
            }
            Known known = known(sample, settings.layout()).with(settings);
            List<Message> why = new ArrayList<>();
            why.add(MoodleMessages.of("why.log", titles.places(cells).size()));
            why.addAll(persons(known));
            why.addAll(times(file, known));
            if (chosen.byName().isEmpty()) {
                why.addAll(found.why());
            }
            return new Detection(SURE * sample.agreement(), why, settings.toValues(), fields(known));
        } catch (SourceException e) {
            return Detection.none(e.reason());
        }
    }

    /** @throws SourceException where the file is empty or no text */
    MoodleSettings settings(Head head) throws SourceException {
        Recognised found = Recognised.of(head);
        return known(found.sample(), found.layout()).settings();
    }

    /** What the first rows show, by columns. */
    private record Known(
            List<String> names, Map<Part, Integer> places, List<List<String>> values, MoodleSettings settings) {
        List<String> values(Part part) {
            Integer place = places.get(part);
            return place == null ? List.of() : values.get(place);
        }

        boolean has(Derived derived) {
            return settings.derived().contains(derived);
        }

        Known with(MoodleSettings other) {
            return new Known(names, places, values, other);
        }
    }

    private Known known(Sample sample, Layout layout) {
        List<String> cells = sample.rows().getFirst();
        List<List<String>> values = IntStream.range(0, cells.size())
                .mapToObj(column -> sample.below(column))
                .toList();
        Map<Part, Integer> places = titles.places(cells);
        List<String> sentences =
                places.containsKey(Part.DESCRIPTION) ? values.get(places.get(Part.DESCRIPTION)) : List.of();
        Set<Derived> derived = EnumSet.noneOf(Derived.class);
        if (sentences.stream().anyMatch(s -> !Description.users(s).isEmpty())) {
            derived.add(Derived.USER_ID);
        }
        if (sentences.stream().anyMatch(s -> Description.activity(s).isPresent())) {
            derived.add(Derived.ACTIVITY_ID);
        }
        boolean courses = sentences.stream()
                        .flatMap(s -> Description.course(s).stream())
                        .distinct()
                        .count()
                > 1;
        if (courses) {
            derived.add(Derived.COURSE_ID);
        }
        List<String> times = places.containsKey(Part.TIME) ? values.get(places.get(Part.TIME)) : List.of();
        boolean monthFirst = times.stream()
                .flatMap(t -> MomentParser.monthFirst(t).stream())
                .findFirst()
                .orElse(false);
        return new Known(
                ColumnNames.proposed(cells),
                places,
                values,
                new MoodleSettings(layout, Optional.empty(), monthFirst, derived));
    }

    private static List<Message> persons(Known known) {
        List<Message> why = new ArrayList<>();
        if (known.has(Derived.USER_ID)) {
            List<String> sentences = known.values(Part.DESCRIPTION);
            long with = sentences.stream()
                    .filter(s -> !Description.users(s).isEmpty())
                    .count();
            why.add(MoodleMessages.of("why.persons.id", with, sentences.size()));
        } else {
            why.add(MoodleMessages.of(known.places().containsKey(Part.USER) ? "why.persons.name" : "why.persons.none"));
        }
        if (known.values(Part.CONTEXT).stream().anyMatch(Contexts::isPerson)) {
            why.add(MoodleMessages.of("why.contexts"));
        }
        return why;
    }

    private List<Message> times(String file, Known known) {
        List<String> times = known.values(Part.TIME);
        MomentParser moments = new MomentParser(known.settings().monthFirst());
        List<Message> why = new ArrayList<>();
        if (known.settings().exported().isEmpty()
                && times.stream()
                        .anyMatch(
                                t -> moments.parse(t).filter(m -> !m.isWhole()).isPresent())) {
            Optional<Exported> named = Exported.ofName(file);
            why.add(
                    named.isPresent() && named.get() instanceof Exported.On on
                            ? MoodleMessages.of("why.year.file", on.day().toString())
                            : MoodleMessages.of(
                                    "why.year.none", LocalDate.now(clock).toString()));
        }
        if (times.stream().anyMatch(MomentParser::isNumbers)) {
            boolean told =
                    times.stream().anyMatch(t -> MomentParser.monthFirst(t).isPresent());
            String order = known.settings().monthFirst() ? "month" : "day";
            why.add(MoodleMessages.of("why.days." + order + (told ? "" : ".assumed")));
        }
        return why;
    }

    private List<ProposedField> fields(Known known) {
        List<ProposedField> fields = new ArrayList<>();
        boolean byId = known.has(Derived.USER_ID);
        List<ProposedField> guesses = proposer.propose(known.names(), known.values());
        for (int i = 0; i < guesses.size(); i++) {
            int place = i;
            Optional<Part> part = known.places().entrySet().stream()
                    .filter(e -> e.getValue() == place)
                    .map(Map.Entry::getKey)
                    .findFirst();
            ProposedField guess = guesses.get(i);
            fields.add(part.map(p -> known(p, guess)).orElse(guess));
        }
        if (byId) {
            fields.replaceAll(MoodleDetector::withoutSubject);
        }
        List<String> titled = titles.withDerived(
                known.names(), known.settings().derived().stream().sorted().toList());
        known.settings().derived().stream()
                .sorted()
                .forEach(one -> fields.add(derived(one, titled.get(fields.size()))));
        return fields;
    }

    private static ProposedField known(Part part, ProposedField guess) {
        Field field = guess.field();
        String name = field.name();
        return switch (part) {
            case TIME ->
                new ProposedField(
                        new Field(name, Type.TIMESTAMP, Set.of(RoleId.TIME), Privacy.OTHER),
                        ValueFormat.of(Type.TIMESTAMP));
            case USER ->
                new ProposedField(
                        new Field(name, Type.CATEGORY, field.roles(), Privacy.DIRECT_IDENTIFIER),
                        ValueFormat.of(Type.CATEGORY),
                        Optional.of(BY_NAME));
            case CONTEXT -> category(name, Privacy.OTHER, RoleId.ITEM);
            case EVENT -> category(name, Privacy.OTHER, RoleId.CATEGORY, RoleId.EVENT);
            case COMPONENT, ORIGIN, COURSE -> category(name, Privacy.OTHER, RoleId.CATEGORY);
            case AFFECTED, ADDRESS -> category(name, Privacy.DIRECT_IDENTIFIER);
            case DESCRIPTION ->
                new ProposedField(
                        new Field(name, Type.TEXT, Set.of(), Privacy.DIRECT_IDENTIFIER), ValueFormat.of(Type.TEXT));
        };
    }

    private static ProposedField derived(Derived one, String name) {
        return switch (one) {
            case USER_ID ->
                new ProposedField(
                        new Field(name, Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.DIRECT_IDENTIFIER),
                        ValueFormat.of(Type.CATEGORY),
                        Optional.of(BY_ID));
            case ACTIVITY_ID, COURSE_ID -> category(name, Privacy.OTHER, RoleId.CATEGORY);
        };
    }

    private static ProposedField category(String name, Privacy privacy, RoleId... roles) {
        return new ProposedField(new Field(name, Type.CATEGORY, Set.of(roles), privacy), ValueFormat.of(Type.CATEGORY));
    }

    private static ProposedField withoutSubject(ProposedField proposed) {
        Field field = proposed.field();
        return field.roles().contains(RoleId.SUBJECT)
                ? new ProposedField(field.withRoles(Set.of()), proposed.format(), proposed.scheme())
                : proposed;
    }
}
