package fr.sillage.core.internal.analysis;

import fr.sillage.api.query.Constant;
import fr.sillage.api.query.DatePart;
import fr.sillage.api.query.FieldRef;
import fr.sillage.api.query.Filter;
import fr.sillage.api.query.Key;
import fr.sillage.core.gate.known.SeenTable;
import fr.sillage.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that was seen as JSON text. Columns go by their names: another analysis may call the slot otherwise. */
final class SeenText {
    private SeenText() {}

    private record Table(List<KeyText> keys, FilterText population, List<List<String>> hidden, boolean everything) {}

    private record KeyText(
            String kind, String column, String part, List<BigDecimal> bounds, Map<String, String> names) {}

    private record FilterText(
            String kind, String column, List<ConstantText> values, List<LimitText> limits, List<FilterText> of) {}

    private record ConstantText(String kind, String value) {}

    private record LimitText(boolean upper, boolean included, ConstantText value) {}

    static String write(SeenTable table) {
        return Json.write(new Table(
                table.keys().stream().map(SeenText::text).toList(),
                text(table.population()),
                table.hidden().stream().sorted(SeenText::compare).toList(),
                table.everything()));
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join("\t", one).compareTo(String.join("\t", other));
    }

    /** @throws IllegalArgumentException where the text is something else */
    static SeenTable read(String text, String slot) {
        Table table = Json.read(text, Table.class);
        return new SeenTable(
                table.keys().stream().map(key -> key(key, slot)).toList(),
                filter(table.population(), slot),
                new HashSet<>(table.hidden()),
                table.everything());
    }

    private static KeyText text(Key key) {
        return switch (key) {
            case FieldRef plain -> new KeyText("plain", plain.column(), "", List.of(), Map.of());
            case Key.Part part -> new KeyText("part", part.column(), part.part().name(), List.of(), Map.of());
            case Key.Bands bands -> new KeyText("bands", bands.column(), "", bands.bounds(), Map.of());
            case Key.Choices choices ->
                new KeyText("choices", choices.column(), choices.separator(), List.of(), Map.of());
            case Key.Folded folded -> new KeyText("folded", folded.column(), "", List.of(), folded.names());
        };
    }

    private static Key key(KeyText text, String slot) {
        FieldRef field = new FieldRef(slot, text.column());
        return switch (text.kind()) {
            case "part" -> new Key.Part(field, DatePart.valueOf(text.part()));
            case "bands" -> new Key.Bands(field, text.bounds());
            case "choices" -> new Key.Choices(field, text.part());
            case "folded" -> new Key.Folded(field, text.names());
            default -> field;
        };
    }

    private static FilterText text(Filter filter) {
        return switch (filter) {
            case Filter.And and -> of("and", and.of());
            case Filter.Or or -> of("or", or.of());
            case Filter.Not not -> of("not", List.of(not.of()));
            case Filter.Missing missing ->
                new FilterText("missing", missing.field().column(), List.of(), List.of(), List.of());
            case Filter.In in ->
                new FilterText(
                        "in",
                        in.field().column(),
                        in.values().stream().map(SeenText::text).toList(),
                        List.of(),
                        List.of());
            case Filter.Range range ->
                new FilterText(
                        "range",
                        range.field().column(),
                        List.of(),
                        Stream.concat(
                                        range.from().map(limit -> text(limit, false)).stream(),
                                        range.to().map(limit -> text(limit, true)).stream())
                                .toList(),
                        List.of());
        };
    }

    private static FilterText of(String kind, List<Filter> filters) {
        return new FilterText(
                kind,
                "",
                List.of(),
                List.of(),
                filters.stream().map(SeenText::text).toList());
    }

    private static LimitText text(Filter.Limit limit, boolean upper) {
        return new LimitText(upper, limit.included(), text(limit.value()));
    }

    private static ConstantText text(Constant constant) {
        return switch (constant) {
            case Constant.Text text -> new ConstantText("text", text.value());
            case Constant.Number number ->
                new ConstantText("number", number.value().toString());
            case Constant.Day day -> new ConstantText("day", day.value().toString());
            case Constant.Moment moment ->
                new ConstantText("moment", moment.value().toString());
        };
    }

    private static Filter filter(FilterText text, String slot) {
        FieldRef field = new FieldRef(slot, text.column());
        List<Filter> of = text.of().stream().map(each -> filter(each, slot)).toList();
        return switch (text.kind()) {
            case "and" -> new Filter.And(of);
            case "or" -> new Filter.Or(of);
            case "not" -> new Filter.Not(of.getFirst());
            case "missing" -> new Filter.Missing(field);
            case "in" ->
                new Filter.In(
                        field, text.values().stream().map(SeenText::constant).toList());
            default -> new Filter.Range(field, limit(text, false), limit(text, true));
        };
    }

    private static Optional<Filter.Limit> limit(FilterText text, boolean upper) {
        return text.limits().stream()
                .filter(limit -> limit.upper() == upper)
                .findFirst()
                .map(limit -> new Filter.Limit(constant(limit.value()), limit.included()));
    }

    private static Constant constant(ConstantText text) {
        return switch (text.kind()) {
            case "text" -> new Constant.Text(text.value());
            case "number" -> new Constant.Number(new BigDecimal(text.value()));
            case "day" -> new Constant.Day(LocalDate.parse(text.value()));
            default -> new Constant.Moment(LocalDateTime.parse(text.value()));
        };
    }
}
