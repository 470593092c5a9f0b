package fr.sillage.core.internal.export;

import fr.sillage.api.MessageKey;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.query.Unit;
import fr.sillage.core.internal.export.SchemaField.Kind;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.silo.SavedAnalysis;
import fr.sillage.core.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The saved results of a package: each with its tables and what it answers, and a list of all, those left out included. */
final class ResultFiles {
    private static final String CORE = "fr.sillage.core";

    private final PackageWords words;
    private final List<List<Object>> results = new ArrayList<>();

    ResultFiles(PackageWords words) {
        this.words = words;
    }

    /** The files of one result. */
    record Files(List<TableFile> tables, JsonFile description) {}

    /** @param dataSet name in the package; empty where it is not there, or is no longer the version of the result */
    Files add(String name, SavedAnalysis saved, KeptResult kept, Optional<String> dataSet) {
        Published published = kept.published();
        Provenance from = published.provenance();
        Question question = new Question(kept, words);
        results.add(line(
                name,
                saved,
                dataSet,
                Optional.of(question.sentence()),
                Optional.of(String.join(" ; ", question.selected())),
                Optional.of(PackageWords.code(from.unit())),
                Optional.of(from.threshold()),
                Optional.of(from.hiddenCells()),
                Optional.empty()));
        Speech speech = new Speech(kept);
        PackageNames paths = new PackageNames();
        List<TableFile> tables = new ArrayList<>();
        List<Map<String, Object>> described = new ArrayList<>();
        for (PublishedTable table : published.tables()) {
            ResultTable machine = new ResultTable(table);
            String own = paths.name(table.id(), "table");
            tables.add(new TableFile(
                    name + "." + own,
                    "results/" + name + "/" + own + ".csv",
                    saved.name() + " – " + speech.table(table.id()),
                    question.sentence(),
                    machine.fields(
                            speech::column, speech::term, words.get("field.withheld"), words.get("field.withheld.is")),
                    List.of(),
                    Map.of(),
                    machine.rows()));
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("id", table.id());
            content.put("title", speech.table(table.id()));
            content.put("columns", machine.columns(speech::column));
            content.put("rows", machine.objects());
            described.add(content);
        }
        return new Files(tables, description(name, saved, kept, dataSet, question, described));
    }

    private JsonFile description(
            String name,
            SavedAnalysis saved,
            KeptResult kept,
            Optional<String> dataSet,
            Question question,
            List<Map<String, Object>> tables) {
        Provenance from = kept.published().provenance();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("result", name);
        content.put("title", saved.name());
        content.put("description", saved.description());
        content.put("analysis", saved.analysis());
        content.put("analysis_title", kept.analysis().name(words.locale()));
        content.putAll(question.data());
        content.put("dataset", dataSet.orElse(null));
        content.put("dataset_title", saved.dataSetName());
        content.put("version", saved.version());
        content.put("unit", PackageWords.code(from.unit()));
        content.put("threshold", from.threshold());
        content.put("hidden_cells", from.hiddenCells());
        content.put("published", saved.ran().toString());
        content.put(
                "findings",
                kept.published().findings().stream()
                        .map(finding -> Map.of(
                                "key", finding.key().key(),
                                "severity", PackageWords.code(finding.severity()),
                                "text", kept.texts().speakingOf(kept.rows()).sentence(finding, words.locale())))
                        .toList());
        content.put("tables", tables);
        return new JsonFile(name, "results/" + name + "/result.json", saved.name(), content);
    }

    /** The words of the analysis as they were kept. */
    private final class Speech {
        private final KeptResult kept;
        private final Texts texts;

        Speech(KeptResult kept) {
            this.kept = kept;
            this.texts = kept.texts().speakingOf(kept.rows());
        }

        String table(String id) {
            return text("table." + id);
        }

        String column(String name) {
            return text("column." + name);
        }

        String term(String id) {
            return id.equals(Texts.RARE) ? texts.text(CORE, "rare", words.locale()) : text("term." + id);
        }

        private String text(String key) {
            return texts.text(new MessageKey(kept.analysis().id(), key), List.of(), words.locale());
        }
    }

    /**
     * Notes one that this member may not have.
     *
     * @param why a sentence
     */
    void leaveOut(String name, SavedAnalysis saved, Optional<String> dataSet, String why) {
        results.add(line(
                name,
                saved,
                dataSet,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why)));
    }

    private static List<Object> line(
            String name,
            SavedAnalysis saved,
            Optional<String> dataSet,
            Optional<String> question,
            Optional<String> selection,
            Optional<String> unit,
            Optional<Integer> threshold,
            Optional<Integer> hidden,
            Optional<String> leftOut) {
        return List.of(
                name,
                saved.name(),
                saved.description(),
                saved.analysis(),
                question,
                selection,
                dataSet,
                saved.dataSetName(),
                saved.version(),
                unit,
                threshold,
                hidden,
                saved.ran(),
                leftOut);
    }

    /** When all results were added. */
    TableFile table() {
        return new TableFile(
                "results",
                "results.csv",
                words.get("resource.results"),
                words.get("resource.results.is"),
                List.of(
                        words.field("result", Kind.STRING).required().unique(),
                        words.field("title", Kind.STRING).required(),
                        words.field("description", Kind.STRING),
                        words.field("analysis", Kind.STRING).required(),
                        words.field("question", Kind.STRING),
                        words.field("selection", Kind.STRING),
                        words.field(DataSetFiles.KEY, Kind.STRING),
                        words.field("dataset_title", Kind.STRING).required(),
                        words.field("version", Kind.INTEGER).required().atLeast(1),
                        words.field("unit", Kind.STRING).among(words.categories(Unit.values())),
                        words.field("threshold", Kind.INTEGER).atLeast(1),
                        words.field("hidden_cells", Kind.INTEGER).atLeast(0),
                        words.field("published", Kind.DATETIME).required(),
                        words.field("left_out", Kind.STRING)),
                List.of("result"),
                Map.of(DataSetFiles.KEY, DataSetFiles.DATA_SETS),
                results);
    }
}
