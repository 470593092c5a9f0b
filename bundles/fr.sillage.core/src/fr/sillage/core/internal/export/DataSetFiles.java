package fr.sillage.core.internal.export;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.data.Type;
import fr.sillage.core.internal.export.ColumnNumbers.Part;
import fr.sillage.core.internal.export.SchemaField.Kind;
import fr.sillage.core.overview.ColumnOverview;
import fr.sillage.core.overview.DataSetOverview;
import fr.sillage.core.silo.DataSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The data sets of a package: what each of them and of its columns is, and how its rows are distributed as far as told. */
final class DataSetFiles {
    /** Resource with a line for each data set; others refer to it. */
    static final String DATA_SETS = "datasets";

    /** Name of the field that says which data set. */
    static final String KEY = "dataset";

    private static final List<String> PARTS =
            List.of(ColumnNumbers.VALUE, "others", "missing", "others_missing", "present");

    private final PackageWords words;
    private final List<List<Object>> dataSets = new ArrayList<>();
    private final List<List<Object>> columns = new ArrayList<>();
    private final List<List<Object>> distributions = new ArrayList<>();

    DataSetFiles(PackageWords words) {
        this.words = words;
    }

    /**
     * Adds a data set.
     *
     * @param name in the package
     * @return its description
     */
    JsonFile add(String name, DataSetOverview overview) {
        DataSet dataSet = overview.dataSet();
        Optional<Long> persons = persons(overview);
        dataSets.add(List.of(
                name,
                dataSet.name(),
                dataSet.version(),
                dataSet.imported(),
                PackageWords.code(RowKind.of(dataSet.fields())),
                dataSet.rows(),
                persons,
                dataSet.fields().size(),
                dataSet.attribution().isEmpty() ? Optional.empty() : dataSet.attribution()));
        List<Map<String, Object>> described = new ArrayList<>();
        for (int i = 0; i < dataSet.fields().size(); i++) {
            described.add(column(name, i + 1, dataSet.fields().get(i), at(overview, i)));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(KEY, name);
        content.put("title", dataSet.name());
        content.put("version", dataSet.version());
        content.put("imported", dataSet.imported().toString());
        content.put("row_kind", PackageWords.code(RowKind.of(dataSet.fields())));
        content.put("rows", dataSet.rows());
        content.put("persons", persons.orElse(null));
        content.put("attribution", dataSet.attribution());
        content.put("columns", described);
        return new JsonFile(name, "datasets/" + name + ".json", dataSet.name(), content);
    }

    private static Optional<ColumnNumbers> at(DataSetOverview overview, int column) {
        Optional<ColumnOverview> told =
                column < overview.columns().size() ? overview.columns().get(column) : Optional.empty();
        return told.map(seen ->
                ColumnNumbers.of(seen, overview.dataSet().fields().get(column).type()));
    }

    /** Distinct persons, where a column says who they are. */
    private static Optional<Long> persons(DataSetOverview overview) {
        boolean known = overview.dataSet().fields().stream()
                .anyMatch(field -> field.roles().contains(RoleId.SUBJECT));
        return known ? at(overview, 0).flatMap(ColumnNumbers::persons) : Optional.empty();
    }

    private Map<String, Object> column(String name, int place, Field field, Optional<ColumnNumbers> told) {
        Optional<Long> missing = told.flatMap(ColumnNumbers::missing);
        Optional<Long> distinct = told.flatMap(ColumnNumbers::distinct);
        boolean atLeast = told.filter(ColumnNumbers::atLeast).isPresent();
        Optional<Long> step = told.map(ColumnNumbers::step);
        columns.add(List.of(
                name,
                place,
                field.name(),
                PackageWords.code(field.type()),
                PackageWords.roles(field).isEmpty() ? Optional.empty() : PackageWords.roles(field),
                PackageWords.code(field.privacy()),
                missing,
                distinct,
                atLeast,
                step,
                told.isPresent()));
        List<Map<String, Object>> parts = new ArrayList<>();
        int order = 0;
        for (Part part : told.map(ColumnNumbers::parts).orElse(List.of())) {
            order++;
            boolean value = part.kind().equals(ColumnNumbers.VALUE);
            Optional<Long> stands =
                    part.kind().equals("others") ? told.flatMap(ColumnNumbers::others) : Optional.empty();
            distributions.add(List.of(
                    name,
                    place,
                    field.name(),
                    PackageWords.code(told.get().overview().shape()),
                    order,
                    part.kind(),
                    value ? part.value() : Optional.empty(),
                    stands,
                    part.rows(),
                    told.get().step()));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("part", part.kind());
            line.put("value", value ? part.value() : null);
            line.put("rows", part.rows());
            parts.add(line);
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("column", field.name());
        described.put("type", PackageWords.code(field.type()));
        described.put("roles", field.roles().stream().map(RoleId::id).sorted().toList());
        described.put("privacy", PackageWords.code(field.privacy()));
        described.put("missing_rows", missing.orElse(null));
        described.put("distinct", distinct.orElse(null));
        described.put("distinct_at_least", atLeast);
        described.put("step", step.orElse(null));
        described.put("computed", told.isPresent());
        described.put("distribution", parts);
        return described;
    }

    /** When all data sets were added. */
    List<TableFile> tables() {
        return List.of(dataSetTable(), columnTable(), distributionTable());
    }

    private TableFile dataSetTable() {
        return table(
                DATA_SETS,
                List.of(
                        words.field(KEY, Kind.STRING).required().unique(),
                        words.field("title", Kind.STRING).required(),
                        words.field("version", Kind.INTEGER).required().atLeast(1),
                        words.field("imported", Kind.DATETIME).required(),
                        words.field("row_kind", Kind.STRING).required().among(words.categories(RowKind.values())),
                        words.field("rows", Kind.INTEGER).required().atLeast(0),
                        words.field("persons", Kind.INTEGER).atLeast(0),
                        words.field("columns", Kind.INTEGER).required().atLeast(0),
                        words.field("attribution", Kind.STRING)),
                List.of(KEY),
                Map.of(),
                dataSets);
    }

    private TableFile columnTable() {
        return table(
                "columns",
                List.of(
                        words.field(KEY, Kind.STRING).required(),
                        words.field("position", Kind.INTEGER).required().atLeast(1),
                        words.field("column", Kind.STRING).required(),
                        words.field("type", Kind.STRING).required().among(words.categories(Type.values())),
                        words.field("roles", Kind.STRING),
                        words.field("privacy", Kind.STRING).required().among(words.categories(Privacy.values())),
                        words.field("missing_rows", Kind.INTEGER).atLeast(0),
                        words.field("distinct", Kind.INTEGER).atLeast(0),
                        words.field("distinct_at_least", Kind.BOOLEAN).required(),
                        words.field("step", Kind.INTEGER).atLeast(1),
                        words.field("computed", Kind.BOOLEAN).required()),
                List.of(KEY, "position"),
                Map.of(KEY, DATA_SETS),
                columns);
    }

    private TableFile distributionTable() {
        SequencedMap<String, String> parts = new LinkedHashMap<>();
        PARTS.forEach(part -> parts.put(part, words.get("part." + part)));
        return table(
                "distributions",
                List.of(
                        words.field(KEY, Kind.STRING).required(),
                        words.field("position", Kind.INTEGER).required().atLeast(1),
                        words.field("column", Kind.STRING).required(),
                        words.field("shape", Kind.STRING)
                                .required()
                                .among(words.categories(
                                        Stream.of(ColumnOverview.Shape.values()).toArray(Enum<?>[]::new))),
                        words.field("order", Kind.INTEGER).required().atLeast(1),
                        words.field("part", Kind.STRING).required().among(parts),
                        words.field("value", Kind.STRING),
                        words.field("values", Kind.INTEGER).atLeast(0),
                        words.field("rows", Kind.INTEGER).required().atLeast(0),
                        words.field("step", Kind.INTEGER).required().atLeast(1)),
                List.of(KEY, "position", "order"),
                Map.of(KEY, DATA_SETS),
                distributions);
    }

    private TableFile table(
            String name,
            List<SchemaField> fields,
            List<String> primaryKey,
            Map<String, String> references,
            List<List<Object>> rows) {
        return new TableFile(
                name,
                name + ".csv",
                words.get("resource." + name),
                words.get("resource." + name + ".is"),
                fields,
                primaryKey,
                references,
                rows);
    }
}
