package fr.sillage.core.internal.text;

import fr.sillage.api.MessageKey;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.api.published.PublishedFinding.Argument;
import fr.sillage.core.gate.rare.RareCategories;
import fr.sillage.core.text.Texts;
import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Fills patterns with their arguments and with the word for a row. */
final class RowTexts implements Texts {
    private static final String CORE = "fr.sillage.core";

    private final BiFunction<MessageKey, Locale, Optional<String>> patterns;
    private final RowKind kind;

    /** @param patterns in one of the supported languages, as MessageFormat has them */
    RowTexts(BiFunction<MessageKey, Locale, Optional<String>> patterns, RowKind kind) {
        this.patterns = patterns;
        this.kind = kind;
    }

    @Override
    public String text(MessageKey key, List<Object> arguments, Locale locale) {
        return format(key, locale)
                .map(format -> format.format(arguments.toArray()))
                .orElse(key.key());
    }

    @Override
    public List<Run> runs(PublishedFinding finding, Locale locale) {
        Optional<MessageFormat> format = format(finding.key(), locale);
        if (format.isEmpty()) {
            return List.of(new Run(finding.key().key(), false));
        }
        AmountFormat amounts = new AmountFormat(Texts.supported(locale));
        Object[] texts = finding.arguments().stream()
                .map(argument -> switch (argument) {
                    case Argument.Category category ->
                        category.label().equals(RareCategories.NAME)
                                ? word("rare", Texts.supported(locale))
                                : category.label();
                    case Argument.Amount amount -> amounts.text(amount);
                })
                .toArray();
        return runs(format.get().formatToCharacterIterator(texts), finding.arguments());
    }

    private static List<Run> runs(AttributedCharacterIterator text, List<Argument> arguments) {
        List<Run> runs = new ArrayList<>();
        text.first();
        while (text.getIndex() < text.getEndIndex()) {
            int end = text.getRunLimit(MessageFormat.Field.ARGUMENT);
            boolean category = text.getAttribute(MessageFormat.Field.ARGUMENT) instanceof Integer index
                    && arguments.get(index) instanceof Argument.Category;
            StringBuilder run = new StringBuilder();
            while (text.getIndex() < end) {
                run.append(text.current());
                text.next();
            }
            runs.add(new Run(run.toString(), category));
        }
        return runs;
    }

    @Override
    public String rows(RowKind named, Locale locale) {
        return word("rows." + named, Texts.supported(locale));
    }

    @Override
    public Texts speakingOf(RowKind other) {
        return new RowTexts(patterns, other);
    }

    private Optional<MessageFormat> format(MessageKey key, Locale locale) {
        Locale supported = Texts.supported(locale);
        return patterns.apply(key, supported)
                .map(pattern -> new MessageFormat(speaking(pattern, supported), supported));
    }

    private String speaking(String pattern, Locale locale) {
        if (!pattern.contains("{row") && !pattern.contains("{Row")) {
            return pattern;
        }
        String rows = word("rows." + kind, locale).replace("'", "''");
        String row = word("row." + kind, locale).replace("'", "''");
        return pattern.replace("{rows}", rows)
                .replace("{row}", row)
                .replace("{Rows}", rows.substring(0, 1).toUpperCase(locale) + rows.substring(1));
    }

    private String word(String key, Locale locale) {
        return patterns.apply(new MessageKey(CORE, key), locale).orElse(key);
    }
}
