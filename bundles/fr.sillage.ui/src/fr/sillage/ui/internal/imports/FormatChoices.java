package fr.sillage.ui.internal.imports;

import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.imports.FormatFit;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The ways in which values of a type are written, those that read most of a column's texts first. */
final class FormatChoices {
    /** Day and month cannot be taken for one another. */
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 3, 31, 14, 5, 9);

    private FormatChoices() {}

    static List<ValueFormat> of(Type type, List<String> texts) {
        return ValueFormat.usual(type).stream()
                .sorted(Comparator.comparingDouble((ValueFormat f) -> FormatFit.share(f, texts))
                        .reversed())
                .toList();
    }

    /** The same with a format that is in use, whether it is usual or not. */
    static List<ValueFormat> with(ValueFormat used, List<String> texts) {
        List<ValueFormat> choices = new ArrayList<>(of(used.type(), texts));
        if (!choices.contains(used)) {
            choices.addFirst(used);
        }
        return choices;
    }

    /** A value written in the format. */
    static String example(ValueFormat format, Locale locale) {
        return switch (format.type()) {
            case DATE, TIMESTAMP ->
                DateTimeFormatter.ofPattern(plain(format.pattern()), locale).format(EXAMPLE);
            case DECIMAL -> "12" + format.pattern() + "5";
            case CATEGORY, TEXT, INTEGER -> "";
        };
    }

    /** Without optional parts, which not every value has. */
    private static String plain(String pattern) {
        return pattern.replaceAll("\\[[^]]*]", "");
    }
}
