package fr.sillage.ui.export;

import fr.sillage.api.published.Precision;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.core.text.NumberFormats;
import fr.sillage.figure.ExactNumbers;
import java.util.Locale;

/** Published numbers for people: at the most so many digits as are published. */
public final class PublishedNumbers {
    private PublishedNumbers() {}

    /** At the most so many decimals; a dash where not defined. */
    public static String forPeople(PublishedValue.Number number, int mostDecimals, Locale locale) {
        return ExactNumbers.of(number)
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
