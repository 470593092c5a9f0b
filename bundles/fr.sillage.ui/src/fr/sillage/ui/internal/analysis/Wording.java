package fr.sillage.ui.internal.analysis;

import fr.sillage.api.Message;
import fr.sillage.api.MessageKey;
import fr.sillage.api.Values;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.core.analysis.Selection;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.results.KeptResult;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.core.text.Texts;
import fr.sillage.figure.CsvExport;
import fr.sillage.figure.ShortLabel;
import fr.sillage.ui.kit.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of the analysis page: its own and those of the analysis, in the reader's language. */
final class Wording implements CsvExport.Words {
    /** Characters of a chip. */
    private static final int CHIP = 48;

    private static final String CORE = "fr.sillage.core";

    private final Texts texts;
    private final AnalysisDescriptor analysis;
    private final Messages own;
    private final RowKind rows;
    private final Locale locale;

    /** @param rows what the rows of the data are; the texts speak of them */
    Wording(Texts texts, AnalysisDescriptor analysis, RowKind rows, Locale locale) {
        this.texts = texts;
        this.analysis = analysis;
        this.own = Messages.of(Wording.class, locale);
        this.rows = rows;
        this.locale = locale;
    }

    /** As a kept result was worded, in the reader's language. */
    static Wording of(KeptResult kept, Locale locale) {
        return new Wording(kept.texts().speakingOf(kept.rows()), kept.analysis(), kept.rows(), locale);
    }

    Locale locale() {
        return locale;
    }

    /** A text of the page. */
    String own(String key, Object... arguments) {
        return own.get(key, arguments);
    }

    String analysisName() {
        return analysis.name(locale);
    }

    String parameter(ParameterDescriptor parameter) {
        return contributed("parameter." + parameter.name());
    }

    String choice(ParameterDescriptor parameter, String value) {
        return contributed("parameter." + parameter.name() + "." + value);
    }

    /** The columns that an analysis is asked about, in the order of its parameters. */
    List<String> columns(Values values) {
        return analysis.parameters().stream()
                .filter(p -> p.kind() == ParameterDescriptor.Kind.COLUMN)
                .flatMap(p -> values.get(p.name()).stream())
                .toList();
    }

    /** The data's column that stands on an axis of a result: of the parameter that is called so, or in the plural. */
    String columnOf(String axis, Values values) {
        return values.get(axis).or(() -> values.get(axis + "s")).orElse(axis);
    }

    /** @param values parameters of the result: the title names its columns */
    String figure(String id, Values values) {
        return contributed("figure." + id, columns(values).toArray());
    }

    List<Texts.Run> sentence(PublishedFinding finding) {
        return texts.runs(finding, locale);
    }

    /** How the categories of a result came about, in sentences. */
    List<String> gathered(Published published) {
        return published.findings().stream()
                .filter(finding -> finding.key().contribution().equals(CORE))
                .map(finding -> texts.sentence(finding, locale))
                .toList();
    }

    /** A filter as a sentence. */
    String choice(Selection.Choice choice) {
        String kept;
        if (choice.values().isEmpty()) {
            boolean date = (choice.from() + choice.to()).matches("(\\d{4}-\\d{2}-\\d{2})+");
            String from = limit(choice.from(), date);
            String to = limit(choice.to(), date);
            kept = from.isEmpty()
                    ? own("chip.to", to)
                    : to.isEmpty() ? own("chip.from", from) : own("chip.between", from, to);
        } else {
            kept = String.join(", ", choice.values());
        }
        return own(choice.except() ? "chip.except" : "chip", choice.column(), ShortLabel.of(kept, CHIP));
    }

    /** Columns, filters and folded categories of a result in one line. */
    String question(Values values) {
        List<String> parts = new ArrayList<>();
        List<String> columns = columns(values);
        if (columns.size() == 2) {
            parts.add(own("title.between", analysisName(), columns.get(0), columns.get(1)));
        }
        Selection selection = Selection.of(values);
        selection.choices().forEach(choice -> parts.add(choice(choice)));
        selection.foldings().forEach(folding -> parts.add(folding(folding)));
        return String.join(" · ", parts);
    }

    private String limit(String text, boolean date) {
        if (text.isEmpty()) {
            return "";
        }
        return date
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(LocalDate.parse(text))
                : NumberFormats.decimals(locale, 0, 6).format(new BigDecimal(text));
    }

    /** Folded categories as a sentence. */
    String folding(Selection.Folding folding) {
        return own(
                "chip.fold",
                folding.column(),
                folding.name(),
                ShortLabel.of(String.join(", ", folding.values()), CHIP));
    }

    /** The word for rows. */
    String rows() {
        return texts.rows(rows, locale);
    }

    String reason(Message reason) {
        return texts.text(reason, locale);
    }

    String count(double number) {
        return NumberFormats.whole(locale).format(number);
    }

    String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(instant.atZone(ZoneId.systemDefault()));
    }

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
        return id.equals(Texts.RARE) ? texts.text(CORE, "rare", locale) : contributed("term." + id);
    }

    @Override
    public String hidden() {
        return own("export.hidden");
    }

    @Override
    public String flag(boolean set) {
        return own(set ? "yes" : "no");
    }

    /** A text of the analysis. */
    String contributed(String key, Object... arguments) {
        return texts.text(new MessageKey(analysis.id(), key), List.of(arguments), locale);
    }
}
