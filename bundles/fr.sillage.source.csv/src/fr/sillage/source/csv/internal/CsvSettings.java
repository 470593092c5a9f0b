package fr.sillage.source.csv.internal;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceException;
import fr.sillage.delimited.Layout;
import java.util.Optional;

/**
 * How a file is to be read.
 *
 * @param header whether the first row holds the names of the columns
 */
record CsvSettings(Layout layout, boolean header) {
    private static final String HEADER = "header";

    static final CsvSettings PLAIN = new CsvSettings(Layout.PLAIN, true);

    /** Whether all settings are given, so that nothing has to be detected. */
    static boolean areIn(Values values) {
        return values.byName().keySet().containsAll(Layout.SETTINGS)
                && values.byName().containsKey(HEADER);
    }

    /**
     * The settings that are given; where one is not, the one of {@code detected}.
     *
     * @throws SourceException where a setting has a value that is none
     */
    static CsvSettings of(Values values, CsvSettings detected) throws SourceException {
        Optional<String> header = values.get(HEADER);
        return new CsvSettings(
                Layout.of(values, detected.layout), header.isPresent() ? truth(header.get()) : detected.header);
    }

    Values toValues() {
        return layout.toValues().with(HEADER, Boolean.toString(header));
    }

    private static boolean truth(String text) throws SourceException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Layout.unknown(HEADER);
        };
    }
}
