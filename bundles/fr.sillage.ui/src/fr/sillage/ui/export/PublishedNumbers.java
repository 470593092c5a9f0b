package fr.sillage.ui.export;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.text.NumberFormats;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Published numbers for people: at the most so many digits as are published. */
public final class PublishedNumbers {
    private PublishedNumbers() {}

    /** What a line holds in the column of that name; empty where it is withheld, not finite or there is no such column. */
    public static Optional<PublishedValue.Number> in(PublishedTable table, List<PublishedValue> line, String column) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals(column))
                .mapToObj(line::get)
                .filter(PublishedValue.Number.class::isInstance)
                .map(PublishedValue.Number.class::cast)
                .filter(number -> Double.isFinite(number.value()))
                .findFirst();
    }

    /** At the most so many decimals; a dash where not defined. */
    public static String forPeople(PublishedValue.Number number, int mostDecimals, Locale locale) {
        return number.decimal()
                .map(value -> {
                    int decimals = Math.clamp(
                            number.precision().kind() == Precision.Kind.EXACT && value.scale() > 0
                                    ? mostDecimals
                                    : value.scale(),
                            0,
                            mostDecimals);
                    return NumberFormats.decimals(locale, decimals, decimals).format(value);
                })
                .orElse("–");
    }
}
