package fr.sillage.cli.internal;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.published.Published;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.text.Texts;
import fr.sillage.figure.Caption;
import fr.sillage.figure.CsvExport;
import fr.sillage.figure.FigureExport;
import fr.sillage.figure.FigureOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A published result as a file: its first figure as an image, or all its tables for a spreadsheet. */
final class ResultFile {
    private final Texts texts;
    private final Words words;
    private final AnalysisDescriptor analysis;

    /** What a file's ending stands for. */
    enum Kind {
        PNG,
        SVG,
        CSV;

        /** @throws WrongCallException where the ending is none of these */
        static Kind of(Path file) throws WrongCallException {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            for (Kind kind : values()) {
                if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                    return kind;
                }
            }
            throw new WrongCallException("option.export", file.toString());
        }
    }

    ResultFile(Texts texts, Words words, AnalysisDescriptor analysis) {
        this.texts = texts;
        this.words = words;
        this.analysis = analysis;
    }

    /**
     * Replaces what the file held before.
     *
     * @param provenance sentences about where the numbers come from
     * @throws WrongCallException where the result has no figure and one was asked for
     * @throws Failure where the file cannot be written
     */
    void write(Path file, Published result, List<String> provenance) throws WrongCallException, Failure {
        byte[] content = content(Kind.of(file), result, provenance);
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new Failure(Failure.BAD_DATA, words.text("export.failed", file.toString()));
        }
    }

    private byte[] content(Kind kind, Published result, List<String> provenance) throws WrongCallException {
        if (kind == Kind.CSV) {
            return new CsvExport(new ColumnWords(), words.locale())
                    .write(result.tables(), provenance.stream().map(List::of).toList());
        }
        if (result.figures().isEmpty()) {
            throw new WrongCallException("export.no.figure");
        }
        Figure figure = result.figures().getFirst();
        Object[] columns = analysis.parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterDescriptor.Kind.COLUMN)
                .flatMap(parameter -> result.provenance().parameters().get(parameter.name()).stream())
                .toArray();
        Caption caption = new Caption(
                analysis.name(words.locale()),
                List.of(),
                texts.text(new MessageKey(analysis.id(), "figure." + figure.id()), List.of(columns), words.locale()),
                String.join(" ", provenance));
        FigureExport export = new FigureExport(
                result, figure, FigureOrder.OF_THE_TABLE, caption, id -> contributed("term." + id), words.locale());
        return kind == Kind.PNG ? export.png() : export.svg();
    }

    private String contributed(String key) {
        return texts.text(analysis.id(), key, words.locale());
    }

    private final class ColumnWords implements CsvExport.Words {
        @Override
        public String table(String id) {
            return contributed("table." + id);
        }

        @Override
        public String column(String name) {
            return contributed("column." + name);
        }

        @Override
        public String term(String id) {
            return contributed("term." + id);
        }

        @Override
        public String hidden() {
            return words.text("export.hidden");
        }

        @Override
        public String flag(boolean set) {
            return words.text(set ? "result.yes" : "result.no");
        }
    }
}
