package fr.sillage.ui.internal.analysis;

import fr.sillage.api.MessageKey;
import fr.sillage.api.analysis.AnalysisException;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.core.extension.AnalysisDescriptor;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.export.CsvExport;
import fr.sillage.ui.kit.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The words of the analysis page: its own and those of the analysis, in the reader's language. */
final class Wording implements CsvExport.Words {
    private final Texts texts;
    private final AnalysisDescriptor analysis;
    private final Messages own;
    private final Locale locale;

    Wording(Texts texts, AnalysisDescriptor analysis, Locale locale) {
        this.texts = texts;
        this.analysis = analysis;
        this.own = Messages.of(Wording.class, locale);
        this.locale = locale;
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

    String figure(String id) {
        return contributed("figure." + id);
    }

    String sentence(PublishedFinding finding) {
        return texts.sentence(finding, locale);
    }

    String reason(AnalysisException e) {
        return texts.text(e.reason(), locale);
    }

    String count(double number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
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
        return contributed("term." + id);
    }

    @Override
    public String hidden() {
        return own("export.hidden");
    }

    @Override
    public String flag(boolean set) {
        return own(set ? "yes" : "no");
    }

    private String contributed(String key) {
        return texts.text(new MessageKey(analysis.id(), key), List.of(), locale);
    }
}
