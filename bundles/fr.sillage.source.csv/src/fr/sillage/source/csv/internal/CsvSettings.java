package fr.sillage.source.csv.internal;

import fr.sillage.api.Values;
import fr.sillage.api.source.SourceException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * How a file is to be read.
 *
 * @param header whether the first row holds the names of the columns
 */
record CsvSettings(Charset encoding, Separator separator, Quote quote, boolean header) {
    private static final String ENCODING = "encoding";
    private static final String SEPARATOR = "separator";
    private static final String QUOTE = "quote";
    private static final String HEADER = "header";

    static final CsvSettings PLAIN = new CsvSettings(StandardCharsets.UTF_8, Separator.SEMICOLON, Quote.DOUBLE, true);

    /** Whether all settings are given, so that nothing has to be detected. */
    static boolean areIn(Values values) {
        return values.byName().keySet().containsAll(Set.of(ENCODING, SEPARATOR, QUOTE, HEADER));
    }

    /**
     * The settings that are given; where one is not, the one of {@code detected}.
     *
     * @throws SourceException where a setting has a value that is none
     */
    static CsvSettings of(Values values, CsvSettings detected) throws SourceException {
        Optional<String> encoding = values.get(ENCODING);
        Optional<String> separator = values.get(SEPARATOR);
        Optional<String> quote = values.get(QUOTE);
        Optional<String> header = values.get(HEADER);
        return new CsvSettings(
                encoding.isPresent() ? charset(encoding.get()) : detected.encoding,
                separator.isPresent() ? known(Separator.of(separator.get()), SEPARATOR) : detected.separator,
                quote.isPresent() ? known(Quote.of(quote.get()), QUOTE) : detected.quote,
                header.isPresent() ? known(truth(header.get()), HEADER) : detected.header);
    }

    Values toValues() {
        return new Values(Map.of(
                ENCODING,
                encoding.name(),
                SEPARATOR,
                separator.id(),
                QUOTE,
                quote.id(),
                HEADER,
                Boolean.toString(header)));
    }

    /** Every line is a record and every cell a value; what is wrong is found by {@link TextGuard} and by the reader. */
    CSVFormat format() {
        return CSVFormat.Builder.create()
                .setDelimiter(separator.character())
                .setQuote(quote.character().orElse(null))
                .setEscape(null)
                .setCommentMarker(null)
                .setRecordSeparator("\r\n")
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    private static Charset charset(String name) throws SourceException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new SourceException(CsvMessages.of("refused.setting", ENCODING), 0);
        }
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> T known(Optional<T> value, String setting) throws SourceException {
        return value.orElseThrow(() -> new SourceException(CsvMessages.of("refused.setting", setting), 0));
    }
}
