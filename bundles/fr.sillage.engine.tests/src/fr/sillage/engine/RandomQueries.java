package fr.sillage.engine;

import fr.sillage.api.data.RoleId;
import fr.sillage.api.query.Constant;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Query;
import fr.sillage.api.query.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random queries over {@link RandomData}. */
final class RandomQueries {
    static final String SLOT = "slot";
    static final String OTHER = "other";
    static final String THIRD = "third";

    private final Random random;
    private final RandomData data;
    private final int categories;

    RandomQueries(Random random, RandomData data) {
        this.random = random;
        this.data = data;
        this.categories = data.categories();
    }

    Query.Aggregate aggregate() {
        List<Key> keys = new ArrayList<>(List.of(
                field("region"),
                field("answer"),
                field("credits"),
                field("mark"),
                field("day"),
                field("moment"),
                part("day", 4),
                part("moment", 5),
                bands("credits"),
                bands("mark"),
                folded("region", "region "),
                folded("credits", ""),
                new Key.Choices(field("ticked"), ";"),
                new Key.Choices(field("region"), "g")));
        Collections.shuffle(keys, random);
        Unit unit = random.nextBoolean() ? Unit.ROW : Unit.SUBJECT;
        return new Query.Aggregate(
                keys.subList(0, 1 + random.nextInt(4)),
                measures(),
                List.of(),
                random.nextInt(3) == 0 ? Filter.ALL : filter(2),
                unit);
    }

    private List<Measure> measures() {
        return IntStream.range(0, Math.max(0, random.nextInt(6) - 2))
                .mapToObj(i -> measure())
                .toList();
    }

    private Measure measure() {
        FieldRef number = field(List.of("credits", "mark", "fine").get(random.nextInt(3)));
        FieldRef ordered = random.nextInt(4) == 0 ? field(random.nextBoolean() ? "day" : "moment") : number;
        return switch (random.nextInt(6)) {
            case 5 -> new Measure.Choices(field("ticked"), random.nextBoolean() ? ";" : "i");
            case 0 -> new Measure.Sum(number);
            case 1 -> new Measure.Mean(number);
            case 2 -> new Measure.Least(ordered);
            case 3 -> new Measure.Most(ordered);
            default ->
                new Measure.Quantile(ordered, List.of(0.0, 0.25, 0.5, 0.9, 1.0).get(random.nextInt(5)));
        };
    }

    /** Over two or three linked slots. */
    Query.Aggregate linked() {
        List<Link> links = new ArrayList<>();
        links.add(
                switch (random.nextInt(3)) {
                    case 0 -> new Link(field("person"), new FieldRef(OTHER, "whom"));
                    case 1 -> new Link(new FieldRef(OTHER, "number"), field("credits"));
                    default -> new Link(field("region"), new FieldRef(OTHER, "place"));
                });
        boolean three = random.nextBoolean();
        if (three) {
            links.add(new Link(new FieldRef(OTHER, "kind"), new FieldRef(THIRD, "kind")));
        }
        Collections.shuffle(links, random);
        List<Key> keys = new ArrayList<>(List.of(
                field("answer"),
                part("day", 4),
                bands("credits"),
                new Key.Choices(field("ticked"), ";"),
                new Key.Choices(new FieldRef(OTHER, "kind"), "n"),
                new FieldRef(OTHER, "kind"),
                new FieldRef(OTHER, "number")));
        if (three) {
            keys.add(new FieldRef(THIRD, "weight"));
        }
        Collections.shuffle(keys, random);
        List<Filter> filters = new ArrayList<>();
        if (random.nextBoolean()) {
            filters.add(filter(1));
        }
        if (random.nextBoolean()) {
            filters.add(Filter.In.texts(new FieldRef(OTHER, "kind"), texts("kind ")));
        }
        Query.Aggregate counts = new Query.Aggregate(
                keys.subList(0, 1 + random.nextInt(4)), List.of(), links, new Filter.And(filters), Unit.ROW);
        boolean measured = counts.slots().stream()
                .filter(slot -> namesPersons(slot.equals(SLOT) ? data.table() : data.other()))
                .findFirst()
                .map(SLOT::equals)
                .orElse(true);
        return new Query.Aggregate(
                counts.by(), measured ? measures() : List.of(), links, counts.filter(), counts.unit());
    }

    private static boolean namesPersons(TestTable table) {
        return table.fields().stream().anyMatch(field -> field.roles().contains(RoleId.SUBJECT));
    }

    private static FieldRef field(String column) {
        return new FieldRef(SLOT, column);
    }

    private Key part(String column, int parts) {
        return new Key.Part(field(column), DatePart.values()[random.nextInt(parts)]);
    }

    private Key bands(String column) {
        // a sorted set tells numbers apart by their value, not by how many zeros they are written with
        Set<BigDecimal> bounds = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> number())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Key.Bands(field(column), List.copyOf(bounds));
    }

    private Key folded(String column, String prefix) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < 2 * categories; i++) {
            if (random.nextInt(3) == 0) {
                names.put(prefix + (i - categories / 2), "group " + random.nextInt(3));
            }
        }
        return new Key.Folded(field(column), names);
    }

    private BigDecimal number() {
        BigDecimal near = BigDecimal.valueOf(random.nextInt(4 * categories) - 12, random.nextInt(3));
        return random.nextInt(20) == 0 ? near.scaleByPowerOfTen(30) : near.stripTrailingZeros();
    }

    private Filter filter(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> Filter.In.texts(field("region"), texts("region "));
            case 1 -> Filter.In.texts(field("answer"), texts(""));
            case 2 -> compared(random.nextBoolean() ? "credits" : "mark", () -> new Constant.Number(number()));
            case 3 -> random.nextBoolean() ? compared("day", this::day) : compared("moment", this::dayOrMoment);
            case 4 ->
                new Filter.Missing(field(
                        List.of("region", "credits", "mark", "day", "person").get(random.nextInt(5))));
            case 5 -> new Filter.Not(filter(depth - 1));
            case 6 -> new Filter.And(filters(depth - 1));
            default -> new Filter.Or(filters(depth - 1));
        };
    }

    private List<Filter> filters(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> filter(depth))
                .toList();
    }

    private List<String> texts(String prefix) {
        return IntStream.range(0, random.nextInt(2 + categories / 2))
                .mapToObj(i -> prefix + random.nextInt(categories + 1))
                .toList();
    }

    private Filter compared(String column, Supplier<Constant> constant) {
        if (random.nextBoolean()) {
            return new Filter.In(
                    field(column),
                    IntStream.range(0, random.nextInt(6))
                            .mapToObj(i -> constant.get())
                            .toList());
        }
        return new Filter.Range(field(column), limit(constant), limit(constant));
    }

    private Optional<Filter.Limit> limit(Supplier<Constant> constant) {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Filter.Limit(constant.get(), random.nextBoolean()));
    }

    private Constant day() {
        LocalDate near = LocalDate.ofEpochDay(RandomData.FIRST_DAY + 37L * random.nextInt(categories + 1));
        return new Constant.Day(random.nextInt(20) == 0 ? LocalDate.MAX : near.minusDays(random.nextInt(2)));
    }

    private Constant dayOrMoment() {
        if (random.nextBoolean()) {
            return day();
        }
        long day = RandomData.FIRST_DAY + 37L * random.nextInt(categories + 1);
        return new Constant.Moment(
                LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(1_000L * 1_234_567_891L * random.nextInt(70)));
    }
}
